/** Finds `[profile.*]` tables in workspace members, which Cargo ignores. */

import type { Draft, Fix } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import { isTable, locateKey, locateTable, type TomlFile, tableAt } from '../../project/toml.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'profile-ignored',
  judge: ({ project }) =>
    project.workspaces.flatMap((workspace) =>
      workspace.packages
        .filter((pkg) => pkg.manifest !== workspace.manifest)
        .flatMap((pkg) =>
          pkg.manifestFile ? judgeMember(pkg.manifestFile, workspace.manifest, workspace.manifestFile) : [],
        ),
    ),
};

function judgeMember(member: TomlFile, rootPath: string, root: TomlFile | null): Draft[] {
  return Object.entries(tableAt(member.values, 'profile') ?? {}).flatMap(([name, table]): Draft[] => {
    if (!isTable(table)) return [];
    const span =
      locateTable(member, 'profile', name)?.header ??
      firstInside(member, name) ??
      locateKey(member, 'profile', name)?.pair;
    const fix = root ? moveToRoot(member, root, name) : null;
    return [
      {
        rule: 'profile-ignored',
        at: { path: member.path, ...(span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }) },
        params: { profile: name, root: rootPath },
        item: `profile.${name}`,
        ...(fix && { fix }),
      },
    ];
  });
}

/** `[profile.release.package.x]` alone opens the profile implicitly. */
function firstInside(member: TomlFile, name: string) {
  const inner = tableAt(member.values, 'profile', name) ?? {};
  for (const [key, value] of Object.entries(inner)) {
    const place =
      locateTable(member, 'profile', name, key)?.header ?? locateKey(member, 'profile', name, key)?.pair;
    if (place) return place;
    for (const deeper of isTable(value) ? Object.keys(value) : []) {
      const header = locateTable(member, 'profile', name, key, deeper)?.header;
      if (header) return header;
    }
  }
  return undefined;
}

/** Only a simple table, and only where the root has no profile of that name to merge with. */
function moveToRoot(member: TomlFile, root: TomlFile, name: string): Fix | null {
  const table = locateTable(member, 'profile', name);
  const values = tableAt(member.values, 'profile', name) ?? {};
  const isSimple = Object.values(values).every((value) => !isTable(value));
  if (!table || !isSimple || tableAt(root.values, 'profile', name) || root.path.startsWith('../'))
    return null;
  const lines = member.text.split('\n');
  const moved = lines.slice(table.header.line - 1, table.lastLine).map((line) => line.trimEnd());
  const rootLines = root.text.split('\n');
  const end = { line: rootLines.length, column: (rootLines.at(-1)?.length ?? 0) + 1 };
  const gap = root.text === '' || root.text.endsWith('\n') ? '\n' : '\n\n';
  const last = lines[table.lastLine - 1] ?? '';
  const until =
    table.lastLine < lines.length
      ? { endLine: table.lastLine + 1, endColumn: 1 }
      : { endLine: table.lastLine, endColumn: last.length + 1 };
  const edits = [
    { path: member.path, line: table.header.line, column: 1, ...until, newText: '' },
    {
      path: root.path,
      ...end,
      endLine: end.line,
      endColumn: end.column,
      newText: `${gap}${moved.join('\n')}\n`,
    },
  ];
  return {
    applicability: 'maybe-incorrect',
    title: `move ${quoted(`[profile.${name}]`)} to ${quoted(root.path)}`,
    edits: edits.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
