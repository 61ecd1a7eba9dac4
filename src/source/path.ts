/** A way into a plain value: keys of maps and indices of lists. */
export type Path = readonly (string | number)[];
