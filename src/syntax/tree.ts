/** What building our tree takes everywhere: parents, and names as Rust means them. */
import type { Node } from './ast.js';

/** Gives the children their parent, and returns the parent. */
export function adopt<T extends Node>(node: T, children: readonly (Node | null)[]): T {
  for (const child of children) if (child !== null) child.parent = node;
  return node;
}

/** `r#type` is the name `type`. */
export function rawName(text: string): string {
  return text.startsWith('r#') ? text.slice(2) : text;
}

/** `use std::fs::{self}` brings in `std::fs`. */
export function trimSelf(path: string[]): string[] {
  return path.length > 1 && path[path.length - 1] === 'self' ? path.slice(0, -1) : path;
}
