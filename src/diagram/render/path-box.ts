/** The box around an SVG path. Control points count as points, so a curve's box may be a little too large. */
import { type Box, boxAt, numbersIn, union } from './box.ts';

/** How many numbers each command takes. */
const ARITY: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  T: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  A: 7,
  Z: 0,
};

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
}

/** Reads path data with every number apart from the next (as Mermaid writes it). */
export function pathBox(data: string): Box | undefined {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0 };
  const boxes: Box[] = [];
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase();
    const arity = ARITY[command];
    if (arity === undefined) continue;
    const numbers = numbersIn(rest);
    const relative = letter !== command;
    if (arity === 0) Object.assign(pen, { x: pen.startX, y: pen.startY });
    for (let i = 0; arity > 0 && i + arity <= numbers.length; i += arity) {
      // Further pairs of a move are lines.
      const step = command === 'M' && i > 0 ? 'L' : command;
      boxes.push(...draw(step, numbers.slice(i, i + arity), relative, pen));
    }
  }
  return union(boxes);
}

function draw(command: string, numbers: number[], relative: boolean, pen: Pen): Box[] {
  const [ox, oy] = relative ? [pen.x, pen.y] : [0, 0];
  const from = { x: pen.x, y: pen.y };
  if (command === 'H') pen.x = ox + (numbers[0] ?? 0);
  else if (command === 'V') pen.y = oy + (numbers[0] ?? 0);
  else {
    pen.x = ox + (numbers.at(-2) ?? 0);
    pen.y = oy + (numbers.at(-1) ?? 0);
  }
  if (command === 'M') [pen.startX, pen.startY] = [pen.x, pen.y];
  const end = boxAt(pen.x, pen.y, 0, 0);
  if (command === 'A') return [end, ...arcExtreme(numbers, from, pen)];
  if (!'CSQ'.includes(command)) return [end];
  const controls = numbers.flatMap((x, i) =>
    i % 2 === 0 ? [boxAt(ox + x, oy + (numbers[i + 1] ?? 0), 0, 0)] : [],
  );
  return [...controls, end];
}

/** The highest or lowest point of half an ellipse, as in a cylinder's rim; other arcs are near their ends. */
function arcExtreme(numbers: readonly number[], from: { x: number; y: number }, to: Pen): Box[] {
  const [rx = 0, ry = 0, , , sweep = 0] = numbers;
  if (Math.abs(to.x - from.x) < 2 * rx - 0.5) return [];
  const upwards = (sweep === 1) === to.x > from.x;
  return [boxAt((from.x + to.x) / 2, (from.y + to.y) / 2 + (upwards ? -ry : ry), 0, 0)];
}
