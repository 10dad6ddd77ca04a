/** Holds a rule's one-line texts against the voice that all messages share. */

const habits: readonly { readonly wrong: RegExp; readonly say: string }[] = [
  { wrong: /^\p{Lu}\p{Ll}/u, say: 'starts with a capital letter, start in lower case' },
  { wrong: /[.!]\s*$/, say: 'ends in a full stop, leave it out' },
  { wrong: /\bconsider\b/i, say: 'says "consider", say what to do' },
  { wrong: /\bplease\b/i, say: 'says "please", say what to do' },
  { wrong: /\b(you should|you must)\b/i, say: 'tells the reader off, say what it costs or what to do' },
  { wrong: /\n/, say: 'is longer than one line' },
];

/** What is wrong with the voice of a title, message or help line; empty when nothing is. */
export function voiceProblems(text: string): string[] {
  return habits.filter(({ wrong }) => wrong.test(text)).map(({ say }) => say);
}
