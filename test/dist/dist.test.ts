import { describe } from 'vitest';
import { bundleSuite } from './suite.js';

describe(`dist/ under Node.js ${process.versions.node}`, () => bundleSuite(process.execPath));
