/** Invisible words in a comment by which a later run finds what an earlier one wrote. */

/** @param key tells several audits of one repository apart, for instance the audited path. */
export function commentMarker(key: string): string {
  return `<!-- rustperf:comment:${plain(key)} -->`;
}

export function suggestionMarker(fingerprint: string): string {
  return `<!-- rustperf:suggestion:${plain(fingerprint)} -->`;
}

/** The fingerprints that the suggestion markers of these texts name. */
export function suggestionsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/<!-- rustperf:suggestion:([\w./~-]+) -->/g)].map((match) => match[1] ?? ''),
    ),
  );
}

/** Nothing in a key may end the HTML comment early. */
function plain(key: string): string {
  return key.replace(/[^\w./]+/g, '~');
}
