/** Uploads SARIF to code scanning, where the repository has it and the token may. */
import { gzipSync } from 'node:zlib';
import { type Github, statusOf } from './client.js';

export interface UploadOptions {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  /** A full reference, `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string;
  readonly sarif: string;
}

/** Says in a clause what was done. @throws Error with what a user can do, or what the API answers. */
export async function uploadSarif(github: Github, options: UploadOptions): Promise<string> {
  const { owner, repo, sha, ref } = options;
  try {
    await github.rest.codeScanning.uploadSarif({
      owner,
      repo,
      commit_sha: sha,
      ref,
      sarif: gzipSync(options.sarif).toString('base64'),
      tool_name: 'rustperf',
    });
  } catch (error) {
    // Private repositories without GitHub Code Security answer the same as a token that may not.
    if (statusOf(error) !== 403 && statusOf(error) !== 404) throw error;
    throw new Error(
      `code scanning is off or the token lacks \`security-events: write\` (${statusOf(error)}): ` +
        'the report is in the summary and in the SARIF file',
      { cause: error },
    );
  }
  return 'uploaded to code scanning';
}
