import type { RandomBytes } from '../../../shared/core/ids.ts'
import type { Format } from '../../../shared/formats/format.ts'

const ID_BYTES = 10
const MAX_NAME = 40

/** A copy under an id and a name of its own. */
export function copyOf(format: Format, all: readonly Format[], random: RandomBytes): Format {
  const digits = Array.from(random(ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ...format, formatId: `own_${digits}`, name: freeName(format.name, all) }
}

/** The name itself, `红色议事厅（自定）`, `红色议事厅（自定 2）`: the first that nobody has. */
export function freeName(name: string, all: readonly Format[]): string {
  const taken = new Set(all.map((format) => format.name))
  if (!taken.has(name)) return name
  const base = name.replace(/（自定(?: \d+)?）$/, '')
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '（自定）' : `（自定 ${number}）`
    const free = base.slice(0, MAX_NAME - mark.length) + mark
    if (!taken.has(free)) return free
  }
}

export type Origin = 'builtIn' | 'changed' | 'own'

/** Whether an entry is as it came with the app, changed in its place, or made here. */
export function originOf(formatId: string, builtIn: readonly Format[], own: readonly Format[]): Origin {
  if (!builtIn.some((format) => format.formatId === formatId)) return 'own'
  return own.some((format) => format.formatId === formatId) ? 'changed' : 'builtIn'
}

export const originNames: Readonly<Record<Origin, string>> = { builtIn: '自带', changed: '改过', own: '自定' }
