/** Built files become the bytes that would be shipped, and two figures a ratio. */
import type { Arm } from './data.js';

/** Binaries where the package ships some, else the bench executables, so that size is always compared. */
export function shippedBytes(arm: Arm): number | null {
  const files = arm.binaries.length > 0 ? arm.binaries : arm.executables;
  if (files.length === 0) return null;
  return files.reduce((sum, file) => sum + (file.strippedBytes ?? file.bytes), 0);
}

/** log(value / base); null where either is not known. */
export function logRatio(value: number | null, base: number | null): number | null {
  return value === null || base === null || base === 0 ? null : Math.log(value / base);
}
