/** The worker thread: Mermaid with its DOM globals, apart from the build's; one picture for each message. */
import { parentPort } from 'node:worker_threads';
import type { FromWorker, RenderJob } from './job.ts';
import { loadMermaid } from './mermaid.ts';
import { picture } from './picture.ts';

const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');
const send = (message: FromWorker) => port.postMessage(message);

const mermaid = await loadMermaid();
port.on('message', async (job: RenderJob) => {
  send({ id: job.id, result: await picture(mermaid, job) });
});
send({ ready: true });
