import { Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { usePeopleFinder } from '../../../ui/use-people-finder.ts'
import { isPlainEnter } from '../../scribe/use-function-keys.ts'
import { type AskedUnit, standingOf, unitWords } from '../asked-units.ts'
import { dayWords } from '../day-words.ts'
import { findUnits } from '../find-units.ts'

/** As many as are read at a glance. */
const MOST_OFFERED = 6

type Props = {
  readonly units: readonly AskedUnit[]
  readonly query: string
  readonly picked: AskedUnit | null
  readonly onQuery: (query: string) => void
  readonly onPick: (unit: AskedUnit) => void
}

/** Whose paper it is: by its number, the house or a part of the name. Up, down and Enter choose. */
export function PickUnit({ onPick, onQuery, picked, query, units }: Props) {
  const [at, setAt] = useState(0)
  const finder = usePeopleFinder()
  const id = useId()
  const found = query.trim() === '' ? [] : findUnits(units, query, finder)
  const offered = found.slice(0, MOST_OFFERED)
  const listed = picked === null && query.trim() !== ''
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && offered.length > 0) {
      event.preventDefault()
      setAt((old) => (old + step + offered.length) % offered.length)
    }
    const unit = offered[at]
    if (!isPlainEnter(event)) return
    event.preventDefault()
    if (unit !== undefined) onPick(unit)
  }
  return (
    <div className="field">
      <label htmlFor={id}>票号、门牌或姓名</label>
      <Input
        id={id}
        autoComplete="off"
        role="combobox"
        aria-expanded={listed && offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(listed && offered.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        placeholder="例如 12，回车"
        value={query}
        onChange={(event) => {
          setAt(0)
          onQuery(event.target.value)
        }}
        onKeyDown={onKey}
      />
      {listed && (
        <div id={`${id}-list`} role="listbox" aria-label="找到的" className="pick-units">
          {offered.map((unit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            <div
              key={unit.unitId}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className="pick-unit"
              onMouseEnter={() => setAt(index)}
              onClick={() => onPick(unit)}
            >
              <b>{unit.paper === null ? '未发' : `${unit.paper.number} 号`}</b>
              <span className="grow one">{unitWords(unit)}</span>
              {standingOf(unit) === 'back' && <span className="note">{dayWords(unit.returnedOn ?? '')}已收</span>}
            </div>
          ))}
        </div>
      )}
      {listed && offered.length === 0 && (
        <span className="note" role="status">
          没有找到。请核对票号，或换一个字再找。
        </span>
      )}
      {listed && found.length > offered.length && (
        <span className="note">还有 {found.length - offered.length} 个，请再多写几个字。</span>
      )}
    </div>
  )
}
