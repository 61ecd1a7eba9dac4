/** Conditions on data: does an element hold, or a flow carry, data of such a kind, class or sensitivity? */

import type { DataAsset, Element, Flow } from '../../model/model.ts';
import { DATA_CLASSES, DATA_FACTS, type DataFact } from '../../model/vocabulary.ts';
import { type Answer, and, compareFact } from './answer.ts';
import { listOf } from './combine.ts';
import type { Context } from './context.ts';
import type { DataCondition } from './schema.ts';
import type { Trace } from './trace.ts';
import { questionAbout } from './words.ts';

type Where = 'processes' | 'stores' | 'holds' | 'carries' | 'system';
type Subject = Element | Flow | null;

type AssetTest = (asset: DataAsset) => Answer;

export function compileDataCondition(condition: DataCondition, where: Where) {
  const holdsFor = assetTest(condition);
  const kinds = condition.kind === undefined ? [] : listOf(condition.kind);
  const onlyKind = kinds.length > 0 && Object.values(condition).filter((v) => v !== undefined).length === 1;
  return (context: Context, subject: Subject, trace?: Trace): Answer => {
    const assets = assetsAt(context, subject, where);
    let undecided: DataAsset | undefined;
    for (const asset of assets) {
      const answer = holdsFor(asset);
      if (answer === 'yes') {
        trace?.fact({ text: inWords(asset, subject), basis: 'stated', at: asset.at });
        return 'yes';
      }
      if (answer === 'unknown') undecided ??= asset;
    }
    if (undecided) {
      askAbout(undecided, condition, trace);
      return 'unknown';
    }
    if (assets.length > 0) return 'no';
    return nothingListed(context, subject, { kinds, onlyKind, asksKind: kinds.length > 0 }, trace);
  };
}

/** No data is listed: what the element's kind typically holds answers a question for the kind; any other question is open. */
function nothingListed(
  context: Context,
  subject: Subject,
  asked: { kinds: readonly string[]; onlyKind: boolean; asksKind: boolean },
  trace: Trace | undefined,
): Answer {
  if (subject === null) return 'no';
  if (asked.asksKind && ('from' in subject || !typicallyHolds(context, subject, asked.kinds))) return 'no';
  if (asked.onlyKind) {
    trace?.fact({
      text: `${subject.name} typically holds ${asked.kinds.join(' or ')}`,
      basis: 'kind',
      at: subject.at,
    });
    return 'yes';
  }
  trace?.ask({
    text: `What data does ${subject.name ?? subject.id} ${'from' in subject ? 'carry' : 'hold'}, and how sensitive is it?`,
    about: `data of ${subject.id}`,
    at: subject.at,
  });
  return 'unknown';
}

function typicallyHolds({ knowledge }: Context, element: Element, kinds: readonly string[]): boolean {
  for (const kind of knowledge.kindsOf(element.kind))
    if (knowledge.component(kind)?.holds.some((held) => kinds.includes(held))) return true;
  return false;
}

/** `stores` of a data store and `processes` of a process are all data at it; of other elements what they list under that key. */
function assetsAt(context: Context, subject: Subject, where: Where): readonly DataAsset[] {
  if (subject === null) return context.graph.model.data;
  if ('from' in subject || where === 'holds') return context.graph.dataOf(subject);
  const native = where === 'stores' ? 'data-store' : 'process';
  if (subject.type === native) return context.graph.dataOf(subject);
  const ids = where === 'stores' ? subject.stores : subject.processes;
  return ids.flatMap((id) => context.graph.data(id) ?? []);
}

function assetTest(condition: DataCondition): AssetTest {
  const tests: AssetTest[] = [];
  if (condition.kind !== undefined) {
    const kinds = new Set<string>(listOf(condition.kind));
    tests.push((asset) => (asset.kind !== undefined && kinds.has(asset.kind) ? 'yes' : 'no'));
  }
  if (condition.class !== undefined) {
    const classes = new Set<string>(listOf(condition.class));
    tests.push((asset) => (classes.has(asset.class) ? 'yes' : 'no'));
  }
  const atLeast = condition['class-at-least'];
  if (atLeast !== undefined) {
    const limit = DATA_CLASSES.indexOf(atLeast);
    tests.push((asset) => (DATA_CLASSES.indexOf(asset.class) >= limit ? 'yes' : 'no'));
  }
  for (const fact of Object.keys(DATA_FACTS) as DataFact[]) {
    const wanted = condition[fact];
    if (wanted !== undefined) tests.push((asset) => compareFact(asset[fact], wanted));
  }
  return (asset) => {
    let answer: Answer = 'yes';
    for (const test of tests) answer = and(answer, test(asset));
    return answer;
  };
}

function askAbout(asset: DataAsset, condition: DataCondition, trace: Trace | undefined): void {
  for (const fact of Object.keys(DATA_FACTS) as DataFact[]) {
    if (condition[fact] === undefined || asset[fact] !== undefined) continue;
    trace?.ask({
      text: questionAbout(DATA_FACTS[fact], asset.name),
      about: `${fact} of data ${asset.id}`,
      at: asset.at,
    });
  }
}

function inWords(asset: DataAsset, subject: Subject): string {
  const personal = asset.personal ? ', personal' : '';
  const verb =
    subject === null
      ? 'the system has'
      : 'from' in subject
        ? `${subject.id} carries`
        : `${subject.name} holds`;
  return `${verb} ${asset.name} (${asset.class}${personal})`;
}
