import { parseSync } from 'vite'
import { looksLikeText, isShownText, segmentsOf } from './looks-like-text.ts'

export type ParsedFile = { readonly source: string; readonly program: Node }
/** A text in the code that should be in a catalogue. */
export type FoundLiteral = { readonly line: number; readonly text: string }

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

/**
 * What the code does with a value. `shown`: it certainly reaches the screen, so one letter is enough. `unknown`: it is reported when it
 * looks like a text. `internal`: only code or a developer reads it.
 */
type Use = 'shown' | 'unknown' | 'internal'

/** JSX attributes and properties of objects that are shown or spoken. */
const SHOWN =
  /^(?:alt|(?:aria-)?(?:description|label|placeholder|roledescription|valuetext)|\w+Label|hint|title|tooltip)$/
/** JSX attributes with class names, drawings, and names for the log. */
const INTERNAL_ATTRIBUTES = /^(?:className|d|style|viewBox|part|data-\w+)$/
/** Functions whose arguments are for developers or for the log, are compared, or are class names, ids, or words that the user types. */
const INTERNAL_CALLS = [
  /^(?:invariant|assertNever|super|\w*Error|(?:\w+\.)*log(?:\.\w+)?|console\.\w+)$/,
  /\.(?:startsWith|endsWith|includes|indexOf|has|get|split|closest|matches|querySelector|getItem|setItem)$/,
  /^(?:classNames|text|richText|parts|named|setOf)$/,
]
/** Why a command cannot be undone is written into docs/keys.md, in English, and is not shown. */
const DOCUMENTED = { property: 'undo', type: 'Undo' }
/** The type of a text that rows in databases have: it stays as it is, and the window shows another one for it. */
const STORED_TYPE = 'StoredText'
const COMPARISONS: ReadonlySet<unknown> = new Set(['===', '!==', '==', '!=', 'in'])

/** The name tells whether the file may have JSX. */
export function parseFile(name: string, source: string): ParsedFile {
  const { program, errors } = parseSync(name, source)
  const [error] = errors
  if (error !== undefined) throw new Error(`${name}: ${error.message}`)
  return { source, program: program as unknown as Node }
}

/** The strings in the types of a file, such as `'send now'`. They are values for code, although they look like words. */
export function typeValuesOf({ program }: ParsedFile): readonly string[] {
  const values: string[] = []
  collect(program)
  return values

  function collect(value: unknown): void {
    if (Array.isArray(value)) return value.forEach(collect)
    if (!isNode(value)) return
    const literal = value.type === 'TSLiteralType' && isNode(value['literal']) ? textOf(value['literal']) : null
    if (literal === null) childNodes(value).forEach(collect)
    else values.push(literal)
  }
}

/** Finds the literals that look like texts of the screen. `typeValues`: the strings in the types of all files. */
export function findLiterals(
  { program, source }: ParsedFile,
  typeValues: ReadonlySet<string> = new Set(),
): readonly FoundLiteral[] {
  const found: FoundLiteral[] = []
  visit(program, 'unknown')
  return found

  function visit(value: unknown, use: Use): void {
    if (Array.isArray(value)) return value.forEach((item) => visit(item, use))
    if (!isNode(value)) return
    const literal = textOf(value)
    if (literal !== null) return check(literal, value, use)
    for (const [child, childUse] of childrenOf(value, use, source)) visit(child, childUse)
  }

  function check(literal: string, { type, start }: Node, use: Use): void {
    const isShown = use === 'shown' || type === 'JSXText'
    if (use === 'internal' || (!isShown && isLowerCase(literal) && typeValues.has(literal))) return
    const isText = isShown ? isShownText : looksLikeText
    const line = source.slice(0, start).split('\n').length
    found.push(
      ...segmentsOf(literal)
        .filter(isText)
        .map((text) => ({ line, text: text.trim() })),
    )
  }
}

/** The parts of a node, and what each is used for. Types are skipped. */
function childrenOf(node: Node, use: Use, source: string): readonly (readonly [unknown, Use])[] {
  // A type, unless it wraps a value, as in `'a' as const`.
  if (node.type.startsWith('TS')) return [[node['expression'], use]]
  const all = childNodes(node)
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return []
    case 'JSXElement':
    case 'JSXFragment':
      return all.map((child) => [child, child === node['children'] ? 'shown' : 'unknown'])
    case 'JSXAttribute':
      return [[node['value'], useOfAttribute(nameOf(node['name']))]]
    case 'ObjectExpression':
      return [[node['properties'], isLogged(node) ? 'internal' : weaker(use)]]
    case 'Property':
      return [[node['value'], useOfProperty(nameOf(node['key']), use)]]
    case 'VariableDeclarator': {
      const isInternal = [DOCUMENTED.type, STORED_TYPE].some((type) => isTypedAs(node['id'], type, source))
      return [[node['init'], isInternal ? 'internal' : use]]
    }
    case 'CallExpression':
    case 'NewExpression': {
      const argumentUse = isInternalCall(node['callee'], source) ? 'internal' : weaker(use)
      return [
        [node['callee'], argumentUse],
        [nameOf(node['callee']) === 'Map' ? mapValuesOf(node) : node['arguments'], argumentUse],
      ]
    }
    case 'BinaryExpression':
      return COMPARISONS.has(node['operator']) ? [] : all.map((child) => [child, use])
    case 'ConditionalExpression':
      return all.map((child) => [child, child === node['test'] ? 'unknown' : use])
    case 'SwitchCase':
      return [[node['consequent'], 'unknown']]
    case 'MemberExpression':
      return [[node['object'], weaker(use)]]
    case 'JSXExpressionContainer':
    case 'LogicalExpression':
    case 'TemplateLiteral':
      return all.map((child) => [child, use])
    default:
      return all.map((child) => [child, weaker(use)])
  }
}

/** The value of an expression is shown, not each of its parts. */
function weaker(use: Use): Use {
  return use === 'shown' ? 'unknown' : use
}

function useOfProperty(name: string, use: Use): Use {
  if (use === 'internal' || name === DOCUMENTED.property) return 'internal'
  return SHOWN.test(name) ? 'shown' : weaker(use)
}

function isTypedAs(id: unknown, type: string, source: string): boolean {
  const annotation = isNode(id) ? id['typeAnnotation'] : null
  return isNode(annotation) && source.slice(annotation.start, Number(annotation['end'])) === `: ${type}`
}

function useOfAttribute(name: string): Use {
  return SHOWN.test(name) ? 'shown' : INTERNAL_ATTRIBUTES.test(name) ? 'internal' : 'unknown'
}

function isInternalCall(callee: unknown, source: string): boolean {
  if (!isNode(callee)) return false
  const name = source.slice(callee.start, Number(callee['end']))
  return INTERNAL_CALLS.some((calls) => calls.test(name))
}

/** The values of `new Map([[key, value]])`. Its keys are for code, as those of an object are. */
function mapValuesOf(node: Node): unknown {
  const [list] = node['arguments'] as readonly unknown[]
  return isNode(list) && Array.isArray(list['elements'])
    ? list['elements'].map((entry: Node) => (Array.isArray(entry['elements']) ? entry['elements'].slice(1) : entry))
    : list
}

/** A failure to read a reply: its reason goes into the log. */
function isLogged({ properties }: Node): boolean {
  return (
    Array.isArray(properties) &&
    properties.some(
      ({ key, value }: Node) => nameOf(key) === 'kind' && isNode(value) && value['value'] === 'unreadable',
    )
  )
}

function childNodes(node: Node): readonly unknown[] {
  return Object.values(node).filter((value) => typeof value === 'object' && value !== null)
}

/** The text of a literal or of a part of a template; null for any other node. */
function textOf(node: Node): string | null {
  const value = node.type === 'TemplateElement' ? (node['value'] as { readonly cooked: unknown }).cooked : node['value']
  const isText = ['Literal', 'JSXText', 'TemplateElement'].includes(node.type) && typeof value === 'string'
  return isText ? value : null
}

function isLowerCase(text: string): boolean {
  return text === text.toLowerCase()
}

/** `aria-label`, or the name of a property. */
function nameOf(key: unknown): string {
  return isNode(key) ? String(key['name'] ?? key['value']) : ''
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
