import { isDecimal } from '../../../../shared/core/decimal.ts'
import { ok, type Result, refuse } from '../../../../shared/core/result.ts'

/** What a cell says, or a sentence on what is wrong with it. */
type Read<Value> = Result<Value, string>

const MAX_FLATS = 10_000
const MONTHS = 12
const PHONE = /^\+?\d[\d +-]*$/
const MIN_PHONE_DIGITS = 6
const MAX_PHONE_LENGTH = 20
const YES = /^(?:有|是|可以?|√|✓|✔|☑|1|y|yes|true|有(?:表决|投票)权)$/i
const NO = /^(?:无|否|没有|没|不可以?|×|✗|✘|☐|x|0|n|no|false|(?:无|没有)(?:表决|投票)权)$/i
const SUSPENDED = /^(?:停止|已停止|暂停|停权|资格停止|停止资格)$/
const IN_OFFICE = /^(?:正常|在任|在职|有效|恢复|未停止)$/
/** 至今, 长期: no end. */
const OPEN_END = /^(?:至?今|长期|无|不限|现在)$/

/** 表决权: null for an empty cell. */
export function votingOf(text: string): Read<boolean | null> {
  if (text === '') return ok(null)
  if (YES.test(text)) return ok(true)
  if (NO.test(text)) return ok(false)
  return refuse(`表决权“${text}”看不懂，请写“有”或“无”`)
}

/** 资格停止 or 状态: null for an empty cell. */
export function suspendedOf(text: string): Read<boolean | null> {
  if (text === '') return ok(null)
  if (SUSPENDED.test(text) || YES.test(text)) return ok(true)
  if (IN_OFFICE.test(text) || NO.test(text)) return ok(false)
  return refuse(`资格停止“${text}”看不懂，请写“是”或“否”`)
}

/** A telephone number, tidied. */
export function phoneOf(text: string): Read<string> {
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) {
    return refuse(`电话成了“${text}”，后几位在存成 CSV 时丢了，请把这一列改成文本格式、补全号码再存`)
  }
  const tidy = text
    .replace(/^'/, '')
    .normalize('NFKC')
    .replace(/[()]/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  if (tidy === '') return ok('')
  const digits = tidy.replace(/\D/g, '').length
  if (PHONE.test(tidy) && digits >= MIN_PHONE_DIGITS && tidy.length <= MAX_PHONE_LENGTH) return ok(tidy)
  return refuse(`电话“${text}”不像一个号码，请只写一个号码，用数字、+、-`)
}

/** 套数: `2`, `2套`. */
export function flatsOf(text: string): Read<string> {
  const number = text.normalize('NFKC').replace(/\s*套$/, '')
  if (number === '') return ok('')
  if (/^\d{1,5}(?:\.0+)?$/.test(number) && Number(number) >= 1 && Number(number) <= MAX_FLATS)
    return ok(String(Number(number)))
  return refuse(`套数“${text}”要写成整数，例如 1`)
}

/** 面积 in square metres, digit by digit as it is written: `98.50`. */
export function areaOf(text: string): Read<string> {
  const number = text
    .normalize('NFKC')
    .replace(/\s*(?:平方米|平米|平方|m2|㎡)$/i, '')
    .replace(/(\d),(?=\d{3}(?:\D|$))/g, '$1')
  if (number === '') return ok('')
  if (isDecimal(number) && /[1-9]/.test(number)) return ok(number)
  return refuse(`面积“${text}”要写成大于 0 的平方米数，例如 98.50`)
}

/** One end of a term as `YYYY-MM-DD`: a month or a year alone means its first or its last day. */
export function dateOf(text: string, end: 'from' | 'to', heading: string): Read<string> {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, '')
    .replace(/\s/g, '')
  if (plain === '' || OPEN_END.test(plain)) return ok('')
  const date = calendarDay(plain, end)
  return date === null ? refuse(`${heading}“${text}”不是日期，请写成 2026-01-31 这样`) : ok(date)
}

function calendarDay(plain: string, end: 'from' | 'to'): string | null {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})月?$/.exec(plain) ??
    /^((?:19|20)\d{2})([01]\d)([0-3]\d)$/.exec(plain) ??
    /^((?:19|20)\d{2})年?$/.exec(plain)
  if (found === null) return null
  const [, year = '', monthSaid, daySaid] = found
  const month = Number(monthSaid ?? (end === 'from' ? 1 : MONTHS))
  // The zeroth day of the next month is the last of this one.
  const date =
    daySaid === undefined && end === 'to'
      ? new Date(Date.UTC(Number(year), month, 0))
      : new Date(Date.UTC(Number(year), month - 1, Number(daySaid ?? 1)))
  const exists = date.getUTCMonth() + 1 === month && date.getUTCFullYear() === Number(year)
  return exists ? date.toISOString().slice(0, 10) : null
}

/** 任期 in one cell: `2024.1—2026.12`, `2024年1月至今`. */
export function termOf(text: string): Read<{ readonly from: string; readonly to: string }> {
  if (text === '') return ok({ from: '', to: '' })
  const ends =
    /^(.+?)(?:至(?!今$)|到|[—–~～]+|--)(.+)$/.exec(text) ?? /^([^-]+)-([^-]+)$/.exec(text) ?? /^(.+?)(至今)$/.exec(text)
  const from = ends === null ? null : dateOf(ends[1] ?? '', 'from', '任期')
  const to = ends === null ? null : dateOf(ends[2] ?? '', 'to', '任期')
  // `2024-10` is a month and no term of years: an end before 1900 is none.
  if (from?.ok !== true || to?.ok !== true || from.value === '')
    return refuse(`任期“${text}”看不懂，请写成 2024-01-01至2026-12-31 这样`)
  return ok({ from: from.value, to: to.value })
}
