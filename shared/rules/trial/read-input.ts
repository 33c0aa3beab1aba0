import { unitsOf } from '../../core/decimal.ts'
import {
  type AmountKey,
  areaKeys,
  countKeys,
  DECIMAL_PLACES,
  type InputKey,
  shareKeys,
  wordKeys,
} from './input-keys.ts'

/** What was entered for a trial, as far as it can be read. */
export type Entered = {
  readonly amounts: { readonly [Key in AmountKey]?: bigint }
  readonly announced?: boolean
  readonly matter?: string
  readonly region?: string
  /** Entered, but not what the key asks for. */
  readonly invalid: readonly InputKey[]
  /** Not a key of the input. */
  readonly unknownKeys: readonly string[]
}

/** Digits as a Chinese keyboard may give them; superscripts and circled numbers are no figures. */
const COUNT = /^[0-9０-９]{1,20}$/
const DECIMAL = /^[0-9０-９]{1,18}(?:[.．][0-9０-９]{1,18})?$/

const yesAndNo: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['是', true],
  [false, false],
  ['false', false],
  ['否', false],
])

/** Reads the input of a trial; `null`, an empty text and `undefined` count as not entered. Never throws. */
export function readInput(input: Readonly<Record<string, unknown>>): Entered {
  const amounts: { [Key in AmountKey]?: bigint } = {}
  const invalid: InputKey[] = []
  const given = (key: InputKey): unknown => {
    const value = Object.hasOwn(input, key) ? input[key] : undefined
    const plain = typeof value === 'string' ? value.trim() : value
    return plain === '' || plain === null ? undefined : plain
  }
  const take = (keys: readonly AmountKey[], read: (value: unknown) => bigint | null) => {
    for (const key of keys) {
      const value = given(key)
      if (value === undefined) continue
      const amount = read(value)
      if (amount === null) invalid.push(key)
      else amounts[key] = amount
    }
  }
  take(countKeys, countOf)
  take([...areaKeys, ...shareKeys], decimalOf)
  const answer = given('议题已公示')
  const announced = yesAndNo.get(typeof answer === 'string' ? answer.normalize('NFKC').toLowerCase() : answer)
  if (answer !== undefined && announced === undefined) invalid.push('议题已公示')
  const word = (key: '事项' | '地区'): string | undefined => {
    const value = given(key)
    if (typeof value === 'string') return value
    if (key === '事项' && Number.isInteger(value)) return String(value)
    if (value !== undefined) invalid.push(key)
    return undefined
  }
  const matter = word('事项')
  const region = word('地区')
  const known: readonly string[] = [...countKeys, ...areaKeys, ...shareKeys, ...wordKeys]
  return {
    amounts,
    ...(announced === undefined ? {} : { announced }),
    ...(matter === undefined ? {} : { matter }),
    ...(region === undefined ? {} : { region }),
    invalid,
    unknownKeys: Object.keys(input).filter((key) => !known.includes(key)),
  }
}

function countOf(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
  if (typeof value !== 'string' || !COUNT.test(value)) return null
  const count = BigInt(value.normalize('NFKC'))
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? count : null
}

/** A JSON number is taken as it is written out: `0.1` is one tenth, whatever its binary fraction. */
function decimalOf(value: unknown): bigint | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !DECIMAL.test(text)) return null
  return unitsOf(text.normalize('NFKC'), DECIMAL_PLACES)
}
