/** Turns the action's inputs, which are all strings, into what an entry was told. */
import { SettingsError } from './settings.js';
import type { Told } from './told.js';

/**
 * @param input the text of an input by its kebab-case name; '' when it was not given
 * @throws SettingsError for a switch that is neither `true` nor `false`
 */
export function toldByInputs(input: (name: string) => string): Told {
  return {
    path: text('path'),
    config: text('config'),
    failOn: text('fail-on'),
    minSeverity: text('min-severity'),
    minConfidence: text('min-confidence'),
    only: list('only'),
    skip: list('skip'),
    baseline: text('baseline'),
    onlyChanged: flag('only-changed'),
    clippy: flag('clippy'),
    pedantic: flag('pedantic'),
    profileData: list('profile-data'),
    cache: flag('cache'),
  };

  function text(name: string): string | undefined {
    const given = input(name).trim();
    return given === '' ? undefined : given;
  }

  /** One item a line, or separated by commas. */
  function list(name: string): string[] | undefined {
    const items = input(name)
      .split(/[\n,]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return items.length === 0 ? undefined : items;
  }

  /** The spellings of YAML 1.2, as `core.getBooleanInput` takes them. */
  function flag(name: string): boolean | undefined {
    const given = text(name);
    if (given === undefined) return undefined;
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new SettingsError(`\`${name}\` is \`${given}\`, expected \`true\` or \`false\``);
  }
}
