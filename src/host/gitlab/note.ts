/** Keeps one note on a merge request: written once, found again by its marker, changed in place. */
import { type GitlabClient, GitlabError } from './client.js';

export interface NoteOptions {
  readonly iid: number;
  /** Ends the note, invisible to readers. */
  readonly marker: string;
  readonly body: string;
  /** False where there is nothing to say: then an earlier note is brought up to date, but none is started. */
  readonly start: boolean;
}

/** GitLab's limit is 1,000,000 characters; nobody reads that much. */
export const LONGEST_NOTE = 100_000;

/** Says in a clause what was done. @throws GitlabError */
export async function writeNote(client: GitlabClient, options: NoteOptions): Promise<string> {
  const path = `merge_requests/${options.iid}/notes`;
  const body = `${options.body}\n\n${options.marker}`;
  for (const note of (await client.list(`${path}?sort=asc&order_by=created_at`)).filter(isNote)) {
    if (!note.body.trimEnd().endsWith(options.marker)) continue;
    if (note.body === body) return 'the note is up to date';
    try {
      await client.send('PUT', `${path}/${note.id}`, { body });
      return 'the note is updated';
    } catch (error) {
      // Deleted since it was listed, or somebody else's with our marker in it: not ours to change.
      if (!(error instanceof GitlabError) || (error.status !== 404 && error.status !== 403)) throw error;
    }
  }
  if (!options.start) return 'there is nothing to say, so no note is started';
  await client.send('POST', path, { body });
  return 'a note is written';
}

function isNote(value: unknown): value is { readonly id: number; readonly body: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'number' &&
    'body' in value &&
    typeof value.body === 'string'
  );
}
