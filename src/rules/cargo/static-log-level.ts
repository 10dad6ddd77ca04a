/** Finds programs that keep `debug!` and `trace!` in the shipped build. */
import type { Draft } from '../../findings/finding.js';
import { locateKey } from '../../project/toml.js';
import type { Rule } from '../rule.js';
import { headOfManifest, type Subject, subjectsOf } from './subject.js';

export const rule: Rule = {
  id: 'static-log-level',
  judge: (context) => subjectsOf(context).flatMap(judgeSubject),
};

function judgeSubject(subject: Subject): Draft[] {
  // The features are united over the build: one package that sets a level sets it for all.
  const all = subject.workspace.packages.flatMap((pkg) => pkg.dependencies);
  const isCapped = all.some(({ features }) =>
    features.some((feature) => feature.startsWith('release_max_level_')),
  );
  if (isCapped) return [];
  return subject.packages.flatMap((pkg): Draft[] => {
    const dependency = pkg.dependencies.find(
      ({ package: name, kind }) => kind === 'normal' && (name === 'tracing' || name === 'log'),
    );
    const file = pkg.manifestFile;
    if (!dependency || !file || !pkg.targets.some(({ kind }) => kind === 'bin')) return [];
    const span = locateKey(file, ...dependency.keys)?.pair;
    return [
      {
        rule: 'static-log-level',
        at: span ? { path: pkg.manifest, ...span } : headOfManifest(file),
        params: { crate: dependency.package },
        item: dependency.package,
      },
    ];
  });
}
