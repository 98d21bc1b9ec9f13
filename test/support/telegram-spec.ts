// Makes the emulator's copy of the Bot API specification from the declarations of @gramio/types.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Limits, Spec, SpecField, SpecType } from '../../src/playground/emulator/spec.ts';

const folder = new URL('../../node_modules/@gramio/types/out/', import.meta.url);

function declarations(name: string): ts.SourceFile {
  return ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.Latest, true);
}

function docOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((part) => part.getText())
    .join(' ')
    .replace(/[\\*]/g, '')
    .replace(/\s+/g, ' ');
}

function limitsOf(doc: string): Limits {
  const limits: Limits = {};
  const chars = /(\d+)-(\d+) characters/.exec(doc);
  if (chars) {
    limits.minChars = Number(chars[1]);
    limits.maxChars = Number(chars[2]);
    if (doc.includes('after entities parsing')) limits.parsed = true;
  }
  const bytes = /(\d+)-(\d+) bytes/.exec(doc);
  if (bytes) Object.assign(limits, { minBytes: Number(bytes[1]), maxBytes: Number(bytes[2]) });
  const items = /must include (\d+)-(\d+) items/.exec(doc);
  if (items) Object.assign(limits, { minItems: Number(items[1]), maxItems: Number(items[2]) });
  const range = /Values between (\d+)-(\d+) are accepted/.exec(doc);
  if (range) Object.assign(limits, { min: Number(range[1]), max: Number(range[2]) });
  return limits;
}

function typesOf(node: ts.TypeNode): SpecType[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(typesOf);
  if (ts.isParenthesizedTypeNode(node)) return typesOf(node.type);
  if (ts.isArrayTypeNode(node)) return [{ list: typesOf(node.elementType) }];
  if (ts.isTypeLiteralNode(node)) return [];
  if (ts.isLiteralTypeNode(node)) return [literal(node)];
  if (ts.isTypeReferenceNode(node)) return [reference(node)];
  if (node.kind === ts.SyntaxKind.NumberKeyword) return ['number'];
  if (node.kind === ts.SyntaxKind.StringKeyword || ts.isTemplateLiteralTypeNode(node)) return ['string'];
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return ['boolean'];
  throw new Error(`unknown type in @gramio/types: ${node.getText()}`);
}

function literal(node: ts.LiteralTypeNode): SpecType {
  if (ts.isStringLiteral(node.literal)) return `=${node.literal.text}`;
  if (node.literal.kind === ts.SyntaxKind.TrueKeyword || node.literal.kind === ts.SyntaxKind.FalseKeyword)
    return 'boolean';
  if (ts.isNumericLiteral(node.literal)) return 'number';
  throw new Error(`unknown literal in @gramio/types: ${node.getText()}`);
}

function reference(node: ts.TypeReferenceNode): SpecType {
  const name = node.typeName
    .getText()
    .replace(/^Objects\./, '')
    .replace(/^Telegram/, '');
  if (name === 'Exclude') return 'string';
  return name === 'InputFile' ? 'file' : `#${name}`;
}

function fieldsOf(node: ts.InterfaceDeclaration): Record<string, SpecField> {
  const fields: Record<string, SpecField> = {};
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    const doc = docOf(member);
    const limits = limitsOf(doc);
    fields[member.name.getText().replace(/"/g, '')] = {
      types: typesOf(member.type),
      ...(member.questionToken ? {} : { required: true as const }),
      ...(Object.keys(limits).length > 0 ? { limits } : {}),
      ...(/@deprecated|\bDeprecated\b/.test(doc) ? { deprecated: true as const } : {}),
    };
  }
  return fields;
}

/** Every type of the Bot API by its name, those of updates too. */
export function namedTypes(): Map<string, SpecType[] | Record<string, SpecField>> {
  const types = new Map<string, SpecType[] | Record<string, SpecField>>();
  for (const node of [...declarations('objects.d.ts').statements, ...declarations('params.d.ts').statements]) {
    if (ts.isInterfaceDeclaration(node)) types.set(node.name.text.replace(/^Telegram/, ''), fieldsOf(node));
    else if (ts.isTypeAliasDeclaration(node)) types.set(node.name.text.replace(/^Telegram/, ''), typesOf(node.type));
  }
  return types;
}

function methodParameters(): Record<string, Record<string, SpecField>> {
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  for (const node of declarations('params.d.ts').statements) {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
  }
  const methods: Record<string, Record<string, SpecField>> = {};
  for (const node of declarations('methods.d.ts').statements) {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'APIMethods') continue;
    for (const member of node.members) {
      const name = member.name?.getText() ?? '';
      const parameters = interfaces.get(`${name.charAt(0).toUpperCase()}${name.slice(1)}Params`);
      methods[name] = parameters ? fieldsOf(parameters) : {};
    }
  }
  return methods;
}

function collect(types: SpecType[], wanted: Set<string>, all: ReturnType<typeof namedTypes>): void {
  for (const type of types) {
    if (typeof type === 'object') collect(type.list, wanted, all);
    else if (type.startsWith('#') && !wanted.has(type.slice(1))) {
      wanted.add(type.slice(1));
      const body = all.get(type.slice(1));
      if (body === undefined) throw new Error(`type ${type} is not declared`);
      for (const inner of Array.isArray(body) ? [body] : Object.values(body).map((field) => field.types)) {
        collect(inner, wanted, all);
      }
    }
  }
}

/** The specification of every method and of the types that their parameters can reach. */
export function generateSpec(): Spec {
  const version = /Based on Bot API v([\d.]+)/.exec(readFileSync(new URL('methods.d.ts', folder), 'utf8'))?.[1] ?? '';
  const all = namedTypes();
  const methods = methodParameters();
  const wanted = new Set<string>();
  for (const fields of Object.values(methods)) {
    for (const field of Object.values(fields)) collect(field.types, wanted, all);
  }
  const types = Object.fromEntries([...wanted].sort().map((name) => [name, all.get(name) ?? []]));
  // Only the prose of the docs says that a plain string may stand for a button of the reply keyboard.
  Object.assign(types['ReplyKeyboardMarkup'] ?? {}, {
    keyboard: { types: [{ list: [{ list: ['#KeyboardButton', 'string'] }] }], required: true },
  });
  return { version, methods, types };
}
