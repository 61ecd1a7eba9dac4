/** Words between backticks, as parts: the text stays text, only the marks go. */

export interface TextPart {
  text: string;
  code: boolean;
}

/** A backtick without a partner stays as it is. */
export function codeParts(text: string): TextPart[] {
  return text
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), code: true } : { text: part, code: false },
    );
}
