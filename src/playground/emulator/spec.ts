// Checks the parameters of a call against the specification (spec.json, made from the official docs by way of @gramio/types).
import { readFileSync } from 'node:fs';
import type { Params } from './params.ts';

export interface Limits {
  minChars?: number;
  maxChars?: number;
  /** The characters count after entities were parsed; the method checks these itself. */
  parsed?: true;
  minBytes?: number;
  maxBytes?: number;
  minItems?: number;
  maxItems?: number;
  min?: number;
  max?: number;
}

/** 'number', 'string', 'boolean', 'file', '=constant', '#NamedType' or a list of such. */
export type SpecType = string | { list: SpecType[] };

export interface SpecField {
  types: SpecType[];
  required?: true;
  limits?: Limits;
  deprecated?: true;
}

export interface Spec {
  version: string;
  methods: Record<string, Record<string, SpecField>>;
  types: Record<string, SpecType[] | Record<string, SpecField>>;
}

// The compiled file lies in dist/, the data stay in src/, as with the texts.
const spec = JSON.parse(
  readFileSync(new URL('../../../src/playground/emulator/spec.json', import.meta.url), 'utf8'),
) as Spec;

/** True for a method that Telegram has, emulated or not. */
export function isKnownMethod(method: string): boolean {
  return Object.hasOwn(spec.methods, method);
}

/** True for an emoji that Telegram takes as a reaction. */
export function isReaction(emoji: string): boolean {
  const allowed = spec.types['ReactionTypeEmojiEmoji'];
  return Array.isArray(allowed) && allowed.includes(`=${emoji}`);
}

/** The parameters with the types of the specification: forms carry everything as strings. What cannot be read stays as it is. */
export function coerce(method: string, params: Params): Params {
  const fields = spec.methods[method] ?? {};
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, coerceValue(value, fields[key]?.types ?? [])]),
  );
}

function coerceValue(value: unknown, types: SpecType[]): unknown {
  if (typeof value !== 'string') return value;
  if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (types.includes('boolean')) return value === 'true' || value === '1' || value.toLowerCase() === 'yes';
  const structured = types.length > 0 && types.every((type) => typeof type === 'object' || type.startsWith('#'));
  if (!structured) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** All faults of a call: unknown, missing, deprecated or wrong parameters. Empty for a clean call. */
export function specFaults(method: string, params: Params): string[] {
  const fields = spec.methods[method];
  return fields === undefined ? [] : objectFaults(params, fields, method);
}

function objectFaults(value: Params, fields: Record<string, SpecField>, path: string): string[] {
  const faults: string[] = [];
  for (const key of Object.keys(value)) {
    const field = fields[key];
    if (value[key] === undefined) continue;
    if (field === undefined) faults.push(`${path}: unknown parameter ${key}`);
    else faults.push(...fieldFaults(value[key], field, `${path}.${key}`));
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.required && value[key] === undefined) faults.push(`${path}: missing parameter ${key}`);
  }
  return faults;
}

function fieldFaults(value: unknown, field: SpecField, path: string): string[] {
  const faults = typeFaults(value, field.types, path);
  if (field.deprecated) faults.push(`${path}: deprecated`);
  if (faults.length === 0 && field.limits) faults.push(...limitFaults(value, field.limits, path));
  return faults;
}

function typeFaults(value: unknown, types: SpecType[], path: string): string[] {
  let best: string[] | undefined;
  for (const type of types) {
    const faults = oneTypeFaults(value, type, path);
    if (faults.length === 0) return [];
    if (best === undefined || faults.length < best.length) best = faults;
  }
  return best ?? [];
}

function oneTypeFaults(value: unknown, type: SpecType, path: string): string[] {
  const wrong = [`${path}: ${show(value)} is not ${typeof type === 'object' ? 'a list' : type}`];
  if (typeof type === 'object') {
    if (!Array.isArray(value)) return wrong;
    return value.flatMap((item, index) => typeFaults(item, type.list, `${path}[${index}]`));
  }
  if (type.startsWith('=')) return value === type.slice(1) ? [] : wrong;
  if (type === 'file') return isUpload(value) ? [] : wrong;
  if (!type.startsWith('#')) return typeof value === type ? [] : wrong;
  const named = spec.types[type.slice(1)];
  if (named === undefined) return [`${path}: type ${type} is unknown`];
  if (Array.isArray(named)) return typeFaults(value, named, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
  return objectFaults(value as Params, named, path);
}

function isUpload(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'content' in value;
}

function limitFaults(value: unknown, limits: Limits, path: string): string[] {
  const size = Array.isArray(value) ? value.length : undefined;
  const chars = typeof value === 'string' && !limits.parsed ? [...value].length : undefined;
  const bytes = typeof value === 'string' ? Buffer.byteLength(value) : undefined;
  const number = typeof value === 'number' ? value : undefined;
  return [
    ...outside(chars, limits.minChars, limits.maxChars, `${path}: characters`),
    ...outside(bytes, limits.minBytes, limits.maxBytes, `${path}: bytes`),
    ...outside(size, limits.minItems, limits.maxItems, `${path}: items`),
    ...outside(number, limits.min, limits.max, `${path}: value`),
  ];
}

function outside(value: number | undefined, min = 0, max = Infinity, what: string): string[] {
  return value !== undefined && (value < min || value > max) ? [`${what} ${value}, allowed ${min}-${max}`] : [];
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 60);
}
