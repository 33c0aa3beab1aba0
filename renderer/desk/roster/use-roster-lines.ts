import { type ClipboardEvent, useMemo, useRef, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { pastedPeople } from './files/pasted.ts'
import type { HostRoster } from './host-roster.ts'
import type { Person } from './person.ts'
import type { LineActs } from './RosterLine.tsx'
import type { TableHandle } from './RosterTable.tsx'
import { withAdded, withoutPeople, withPeople } from './roster-edit.ts'
import { everybody, type Facts, found, isEverybody, linesInView, type Sought } from './roster-filter.ts'
import { followOn, isBlank, newPerson } from './roster-people.ts'
import type { Change } from './use-roster-edit.ts'

type Options = {
  readonly host: HostRoster
  readonly people: readonly Person[]
  readonly facts: Facts
  readonly change: Change
  /** Somebody's panel is asked for; the line is the active one then. */
  readonly onOpen: () => void
  /** A list was pasted that is not understood as a whole: it has to be looked at first. */
  readonly onUnclear: (text: string) => void
}

export type RosterLines = ReturnType<typeof useRosterLines>

const nobody: ReadonlySet<SeatId> = new Set()

/** Which lines of a roster are in view, which is active and which are chosen; and all that can be done on them. */
export function useRosterLines({ change, facts, host, onOpen, onUnclear, people }: Options) {
  const table = useRef<TableHandle>(null)
  const finder = usePeopleFinder()
  const [sought, setSought] = useState<Sought>(everybody)
  const [active, setActive] = useState<{ readonly seatId: SeatId; readonly openKind: boolean } | null>(null)
  const [picked, setPicked] = useState(nobody)
  const lastPicked = useRef<SeatId | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a search is a picture of the moment, so that no line vanishes while it is typed on
  const search = useMemo(
    () =>
      isEverybody(sought)
        ? null
        : { found: found(people, sought, facts, finder), among: new Set(people.map(({ seatId }) => seatId)) },
    [sought, finder],
  )
  const shown = useMemo(() => (search === null ? people : linesInView(people, search)), [people, search])
  const numbers = useMemo(() => new Map(people.map(({ seatId }, at) => [seatId, at + 1])), [people])
  const chosen = useMemo(() => new Set([...picked].filter((seatId) => numbers.has(seatId))), [picked, numbers])
  const latest = useRef({ host, people, shown, chosen, change, onOpen, onUnclear })
  latest.current = { host, people, shown, chosen, change, onOpen, onUnclear }

  const focusLine = (seatId: SeatId) => table.current?.focusLine(seatId)
  const changeMany = (said: readonly Person[]) => {
    const { change, host } = latest.current
    change((edit) => withPeople(edit, host, said))
  }
  const begin = () => {
    const { people, change } = latest.current
    const last = people[people.length - 1]
    if (last !== undefined && isBlank(last) && !latest.current.host.people.has(last.seatId))
      return focusLine(last.seatId)
    const person = newPerson(followOn(last))
    change((edit) => withAdded(edit, [person]))
    focusLine(person.seatId)
  }
  const remove = (gone: ReadonlySet<SeatId>) => {
    const { change, host } = latest.current
    change((edit) => withoutPeople(edit, host, gone))
  }
  /** Files and pasted lists: who is there already is changed, the others follow at the end in place of blank lines. */
  const takeOver = (brought: readonly Person[]) => {
    const { change, host, people } = latest.current
    const here = new Set(people.map(({ seatId }) => seatId))
    const known = brought.filter(({ seatId }) => here.has(seatId))
    const fresh = brought.filter(({ seatId }) => !here.has(seatId))
    change((edit) => {
      const changed = withPeople(edit, host, known)
      return { ...changed, added: [...changed.added.filter((person) => !isBlank(person)), ...fresh] }
    })
    setSought(everybody)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same functions for good, reading what is newest
  const acts = useMemo<LineActs>(() => {
    const at = (seatId: SeatId) => latest.current.shown.findIndex((person) => person.seatId === seatId)
    const neighbour = (seatId: SeatId, by: number) => {
      const here = at(seatId)
      return here === -1 ? undefined : latest.current.shown[here + by]
    }
    return {
      onChange: (person) => changeMany([person]),
      onActive: (seatId, openKind) =>
        setActive((now) => (now?.seatId === seatId && !openKind ? now : { seatId, openKind })),
      onStep: (seatId, by, beginNew) => {
        const next = neighbour(seatId, by)
        if (next !== undefined) return focusLine(next.seatId)
        if (beginNew) begin()
      },
      onPaste: (seatId, event: ClipboardEvent) => {
        const text = event.clipboardData.getData('text/plain')
        if (!/[\n\t]/.test(text.trim())) return
        event.preventDefault()
        const line = latest.current.people.find((person) => person.seatId === seatId)
        const brought = pastedPeople(text, followOn(line))
        const last = brought?.[brought.length - 1]
        if (brought === null || last === undefined) return latest.current.onUnclear(text)
        latest.current.change((edit) => withAdded(edit, brought, seatId))
        focusLine(last.seatId)
      },
      onOpen: (seatId) => {
        setActive({ seatId, openKind: false })
        latest.current.onOpen()
      },
      onRemove: (seatId) => {
        const next = neighbour(seatId, -1) ?? neighbour(seatId, 1)
        remove(new Set([seatId]))
        if (next !== undefined) focusLine(next.seatId)
      },
      onChoose: (seatId, isChosen, range) => {
        const [from, to] = [at(range ? (lastPicked.current ?? seatId) : seatId), at(seatId)]
        const among = latest.current.shown.slice(Math.min(from, to), Math.max(from, to) + 1)
        lastPicked.current = seatId
        setPicked((now) => {
          const next = new Set(now)
          for (const person of among) {
            if (isChosen) next.add(person.seatId)
            else next.delete(person.seatId)
          }
          return next
        })
      },
    }
  }, [])

  return {
    table,
    sought,
    onSeek: setSought,
    shown,
    numbers,
    active,
    chosen,
    acts,
    begin,
    changeMany,
    takeOver,
    focusLine,
    focusFirst: () => {
      const first = shown[0]
      if (first !== undefined) focusLine(first.seatId)
    },
    /** The panel goes on to the line before or behind, and leaves the caret where it is. */
    stepPerson: (by: 1 | -1) => {
      const here = shown.findIndex((person) => person.seatId === active?.seatId)
      const next = here === -1 ? undefined : shown[here + by]
      if (next !== undefined) setActive({ seatId: next.seatId, openKind: false })
    },
    chooseNobody: () => setPicked(nobody),
    onChooseAll: (all: boolean) => setPicked(all ? new Set(shown.map(({ seatId }) => seatId)) : nobody),
    removeChosen: () => {
      remove(chosen)
      setPicked(nobody)
    },
  }
}
