import { execFileSync } from 'node:child_process';
import { describe } from 'vitest';
import { bundleSuite } from '../dist/suite.js';

const node24 = execFileSync('npx', ['-y', '-p', 'node@24', 'node', '-p', 'process.execPath'], {
  encoding: 'utf8',
}).trim();

describe('dist/ under Node.js 24', () => bundleSuite(node24));
