/** Boxes and transforms in the plane: just what measuring an SVG needs. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** SVG's matrix(a b c d e f). */
export type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** The smallest box around all of them; undefined where there is none. */
export function union(boxes: Iterable<Box | undefined>): Box | undefined {
  let all: Box | undefined;
  for (const box of boxes) {
    if (!box) continue;
    all ??= { ...box };
    all.left = Math.min(all.left, box.left);
    all.top = Math.min(all.top, box.top);
    all.right = Math.max(all.right, box.right);
    all.bottom = Math.max(all.bottom, box.bottom);
  }
  return all;
}

/** The box around points given as x, y, x, y … */
export function boxOfPoints(numbers: readonly number[]): Box | undefined {
  const points = numbers.flatMap((x, i) => (i % 2 === 0 ? [boxAt(x, numbers[i + 1] ?? 0, 0, 0)] : []));
  return union(points);
}

/** The box around a box after a transform. */
export function transformed(box: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [box.left, box.right].flatMap((x) =>
    [box.top, box.bottom].flatMap((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  return boxOfPoints(corners) ?? box;
}

/** Reads a `transform` attribute; a function it does not know counts as none. */
export function matrixOf(transform: string | null): Matrix {
  let matrix = IDENTITY;
  for (const [, name, args] of (transform ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    matrix = product(matrix, stepOf(name ?? '', numbersIn(args ?? '')));
  }
  return matrix;
}

function stepOf(name: string, numbers: readonly number[]): Matrix {
  const [p = 0, q, r = 0, s = 0, t = 0, u = 0] = numbers;
  if (name === 'translate') return [1, 0, 0, 1, p, q ?? 0];
  if (name === 'scale') return [p, 0, 0, q ?? p, 0, 0];
  if (name === 'matrix') return [p, q ?? 0, r, s, t, u];
  if (name !== 'rotate') return IDENTITY;
  const angle = (p * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const about = product([cos, sin, -sin, cos, 0, 0], [1, 0, 0, 1, -(q ?? 0), -r]);
  return product([1, 0, 0, 1, q ?? 0, r], about);
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** All numbers in an attribute such as `points`. */
export function numbersIn(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}
