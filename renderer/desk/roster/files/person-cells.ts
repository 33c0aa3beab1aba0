import { ok, type Result, refuse } from '../../../../shared/core/result.ts'
import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'
import { type Person, type RosterKind, rosterKinds } from '../person.ts'
import { areaOf, dateOf, flatsOf, phoneOf, suspendedOf, termOf, votingOf } from './cell-values.ts'
import type { EntryCells } from './entries.ts'
import { kindNamed } from './kind-words.ts'

const MAX_NAME_LENGTH = 40
const MAX_WORD_LENGTH = 30
const MAX_HOUSE_LENGTH = 60

/** What a row says about a person: empty text and null where it says nothing. */
export type Said = Pick<
  Person,
  'name' | 'party' | 'duty' | 'termFrom' | 'termTo' | 'house' | 'phone' | 'flats' | 'area'
> & {
  readonly kind: RosterKind | null
  readonly voting: boolean | null
  readonly suspended: boolean | null
}

/** Reads the cells of a row, with every fault that the row has in itself. */
export function saidIn(cells: EntryCells): { readonly said: Said; readonly faults: readonly string[] } {
  const faults: string[] = []
  const read = <Value>(result: Result<Value, string>, otherwise: Value): Value => {
    if (result.ok) return result.value
    faults.push(result.refusal)
    return otherwise
  }
  const name = tidyName(cells.name ?? '')
  const nameFault = faultOfName(name)
  if (nameFault !== null) faults.push(nameFault)
  const term = read(termOf(cells.term ?? ''), { from: '', to: '' })
  const kind = read(kindOf(cells.kind ?? ''), null)
  const said: Said = {
    name,
    kind,
    voting: read(votingOf(cells.voting ?? ''), null),
    suspended: read(suspendedOf(cells.suspended ?? ''), null),
    party: read(within('方', cells.party, MAX_WORD_LENGTH), ''),
    duty: read(within('列席身份', dutyIn(cells, kind), MAX_WORD_LENGTH), ''),
    termFrom: read(dateOf(cells.termFrom ?? '', 'from', '任期起'), '') || term.from,
    termTo: read(dateOf(cells.termTo ?? '', 'to', '任期止'), '') || term.to,
    house: read(within('门牌', cells.house, MAX_HOUSE_LENGTH), ''),
    phone: read(phoneOf(cells.phone ?? ''), ''),
    flats: read(flatsOf(cells.flats ?? ''), ''),
    area: read(areaOf(cells.area ?? ''), ''),
  }
  return { said, faults }
}

/** A name as it is kept: 张　三 is 张三, other names keep one space. */
function tidyName(name: string): string {
  return name
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim()
}

function faultOfName(name: string): string | null {
  if (name === '') return '没有姓名，请补上，或删掉这一行'
  if (name.length > MAX_NAME_LENGTH) return `姓名太长，请写在 ${MAX_NAME_LENGTH} 个字以内`
  return /\p{L}/u.test(name) ? null : `姓名“${name}”里没有字，请核对`
}

function kindOf(word: string): Result<RosterKind | null, string> {
  if (word === '') return ok(null)
  const kind = kindNamed(word)
  if (kind !== null) return ok(kind)
  return refuse(`身份“${word}”看不懂，请写成${rosterKinds.map((one) => seatKindNames[one]).join('、')}之一`)
}

/** 法律顾问 or 民警 in the column of kinds says both that somebody is 列席 and as what. */
function dutyIn({ duty = '', kind: word = '' }: EntryCells, kind: RosterKind | null): string {
  if (duty !== '' || kind !== 'guest') return duty
  return /列席|旁听|嘉宾/.test(word) ? '' : word
}

function within(what: string, text = '', max: number): Result<string, string> {
  return text.length > max ? refuse(`${what}太长，请写在 ${max} 个字以内`) : ok(text)
}
