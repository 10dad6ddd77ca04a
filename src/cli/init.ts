/** `rustperf init`: writes rustperf.toml and a CI workflow for the host that the repository uses. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SettingsError } from '../settings/settings.js';
import { version } from '../version.js';
import type { Terminal } from './terminal.js';

export const hosts = ['github', 'gitlab', 'none'] as const;
type Host = (typeof hosts)[number];

/** Leaves every existing file as it is, and says what was done. */
export function init(path: string, chosen: Host | undefined, { cwd, out }: Terminal): void {
  const root = resolve(cwd, path);
  if (!existsSync(root)) throw new SettingsError(`\`${path}\` does not exist: give the root of a repository`);
  const host = chosen ?? detectHost(root);
  put('rustperf.toml', settingsText);
  if (host === 'github') put('.github/workflows/rustperf.yml', githubWorkflow(defaultBranch(root)));
  if (host === 'gitlab') putGitlab();
  if (host === 'none')
    out.write('no CI host was recognised: `--host github` or `--host gitlab` writes a workflow\n');

  function put(file: string, text: string): void {
    const target = join(root, file);
    const isThere = existsSync(target);
    if (!isThere) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: 'wx' });
    }
    out.write(isThere ? `${file} exists, left as it is\n` : `${file} written\n`);
  }

  function putGitlab(): void {
    const isThere = existsSync(join(root, '.gitlab-ci.yml'));
    put('.gitlab-ci.yml', gitlabPipeline);
    if (isThere) out.write(`add to it:\n\n${gitlabPipeline}`);
  }
}

function detectHost(root: string): Host {
  if (existsSync(join(root, '.gitlab-ci.yml'))) return 'gitlab';
  if (existsSync(join(root, '.github'))) return 'github';
  const remotes = readIfThere(join(root, '.git', 'config'));
  if (/url\s*=.*github\b/.test(remotes)) return 'github';
  return /url\s*=.*gitlab\b/.test(remotes) ? 'gitlab' : 'none';
}

function defaultBranch(root: string): string {
  const head = readIfThere(join(root, '.git', 'refs', 'remotes', 'origin', 'HEAD'));
  return /^ref: refs\/remotes\/origin\/([\w./-]+)$/m.exec(head)?.[1] ?? 'main';
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const settingsText = `#:schema https://raw.githubusercontent.com/rustperf/action/main/src/settings/rustperf.schema.json

# The mildest severity that fails a run: critical, warning, suggestion or never.
fail-on = "critical"

# Paths that are not audited.
# exclude = ["third_party/**"]

# The Cargo profile that ships; detected when not given.
# profile = "release"

# Are the machines known that the program runs on? Decides target-cpu advice.
# deploy = "portable"

# Paths where allocation rules count more.
# hot = ["src/engine/**"]

# One table per rule; \`rustperf rules\` lists them.
# [rule.seqcst-ordering]
# severity = "warning"
# exclude = ["src/sync/**"]
`;

function githubWorkflow(branch: string): string {
  return `name: rustperf
on:
  push:
    branches: [${branch}]
  pull_request:
permissions:
  contents: read
jobs:
  rustperf:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: rustperf/action@v1
`;
}

/** Runs in merge requests and on the default branch; `--ci` compares, and publishes what the job's tokens allow. */
const gitlabPipeline = `rustperf:
  image: node:24-alpine
  needs: []
  variables:
    GIT_DEPTH: '50'
  before_script:
    # Without git the changed lines are not known, and every finding counts.
    - command -v git >/dev/null || apk add --no-cache git
  script:
    - npx --yes rustperf@${version.split('.', 1).join()} check --ci
  cache:
    key: rustperf-trend
    paths:
      - .rustperf-trend/
    when: always
  artifacts:
    when: always
    paths:
      - gl-code-quality-report.json
    reports:
      codequality: gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
