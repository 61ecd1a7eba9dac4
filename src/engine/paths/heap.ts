/** A binary heap: the smallest first; of equal ones the one that was put in first, so that results do not depend on luck. */

interface Entry<T> {
  key: number;
  order: number;
  value: T;
}

export class Heap<T> {
  readonly #entries: Entry<T>[] = [];
  #order = 0;

  get size(): number {
    return this.#entries.length;
  }

  push(key: number, value: T): void {
    const entry = { key, order: this.#order++, value };
    const heap = this.#entries;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Entry<T>;
      if (!before(entry, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  /** The smallest, taken out; undefined where nothing is left. */
  pop(): { key: number; value: T } | undefined {
    const heap = this.#entries;
    const top = heap[0];
    const last = heap.pop();
    if (top && last && heap.length > 0) this.#sink(last);
    return top;
  }

  #sink(entry: Entry<T>): void {
    const heap = this.#entries;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= heap.length) break;
      const smaller =
        right < heap.length && before(heap[right] as Entry<T>, heap[left] as Entry<T>) ? right : left;
      const child = heap[smaller] as Entry<T>;
      if (!before(child, entry)) break;
      heap[at] = child;
      at = smaller;
    }
    heap[at] = entry;
  }
}

const before = <T>(a: Entry<T>, b: Entry<T>): boolean =>
  a.key < b.key || (a.key === b.key && a.order < b.order);
