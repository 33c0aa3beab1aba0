import './person-search.css'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { firstShown } from '../../ui/first-shown.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { isPlainEnter } from './use-function-keys.ts'

export type SoughtPerson = {
  readonly seatId: SeatId
  readonly name: string
  /** Said behind the name, and not sought in. */
  readonly remark?: string
}

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly people: readonly SoughtPerson[]
  /** Said when a query finds nobody. */
  readonly nobody: string
  readonly onPick: (person: SoughtPerson) => void
  readonly onEscape?: () => void
  readonly inputRef?: Ref<InputRef>
  /** The key that leads here. */
  readonly shortcut?: string
}

/** Finds a person by a part of the name or its pinyin; the arrows choose, Enter takes, a click does both. */
export function PersonSearch({ label, placeholder, people, nobody, onPick, onEscape, inputRef, shortcut }: Props) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const { shown: found, more } = firstShown(usePeopleFinder().find(people, query))
  const chosen = query.trim() === '' ? -1 : Math.min(at, found.length - 1)
  const pick = (person: SoughtPerson | undefined) => {
    if (person === undefined) return
    setQuery('')
    setAt(0)
    onPick(person)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isPlainEnter(event)) {
      event.preventDefault()
      pick(found[chosen])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, chosen + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (event.key === 'Escape') {
      setQuery('')
      onEscape?.()
    }
  }
  return (
    <div className="person-search">
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        {...(found.length === 0 ? {} : { 'aria-controls': list })}
        {...(found[chosen] === undefined ? {} : { 'aria-activedescendant': `${list}-${chosen}` })}
        autoComplete="off"
        title={`姓名、拼音或首字母，写一部分就行${shortcut === undefined ? '' : `（${shortcut}）`}`}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && query !== '' && <p className="duty-words">{nobody}</p>}
      {found.length > 0 && (
        <div id={list} role="listbox" aria-label={`${label}：名单`} className="person-list">
          {found.map((person, index) => (
            <button
              key={person.seatId}
              id={`${list}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onClick={() => pick(person)}
            >
              {person.name}
              {person.remark}
            </button>
          ))}
        </div>
      )}
      {more !== null && <p className="duty-words">{more}</p>}
    </div>
  )
}
