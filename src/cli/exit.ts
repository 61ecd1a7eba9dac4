/** Exit codes, and the error for a command that was called wrongly. */
export const ExitCode = { Clean: 0, Problems: 1, Usage: 2 } as const;

/** Ends the command with exit code 2 and its message. */
export class UsageError extends Error {}

/** Turns an error about a given value into wrong usage. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}
