import { IconSearch } from '@tabler/icons-react'
import { Button, Input, Select, Tag } from 'antd'
import type { ReactNode } from 'react'
import { KINDS_HEIGHT, kindOptions } from './kind-options.ts'
import type { Person } from './person.ts'
import { rosterKinds } from './person.ts'
import { everybody, type Facts, hasMark, isEverybody, marks, type Sought } from './roster-filter.ts'

type Props = {
  /** Those who are counted: blank lines are nobody. */
  readonly people: readonly Person[]
  readonly facts: Facts
  readonly sought: Sought
  readonly onSeek: (sought: Sought) => void
  readonly onEnter: () => void
  /** Import and export. */
  readonly children: ReactNode
}

const ALL = 'all'

/** Finding people on a long roster: by name, by kind, by what is the matter with them. */
export function RosterTools({ children, facts, onEnter, onSeek, people, sought }: Props) {
  const counted = marks
    .map((one) => ({ ...one, count: people.filter((person) => hasMark(person, one.mark, facts)).length }))
    .filter(({ count, mark }) => count > 0 || mark === sought.mark)
  return (
    <div className="roster-tools">
      <Input
        className="roster-search"
        size="small"
        allowClear
        aria-label="在名册里找"
        placeholder="姓名、拼音、门牌"
        prefix={<IconSearch size={16} aria-hidden />}
        value={sought.query}
        onChange={(event) => onSeek({ ...sought, query: event.target.value })}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) onEnter()
        }}
      />
      <Select
        size="small"
        className="roster-kinds"
        aria-label="按身份看"
        value={sought.kind ?? ALL}
        options={[{ value: ALL, label: '各种身份' }, ...kindOptions]}
        listHeight={KINDS_HEIGHT}
        onChange={(kind) => onSeek({ ...sought, kind: rosterKinds.find((one) => one === kind) ?? null })}
      />
      {counted.map(({ count, mark, name }) => (
        <Tag.CheckableTag
          key={mark}
          className="roster-mark"
          checked={sought.mark === mark}
          onChange={(on) => onSeek({ ...sought, mark: on ? mark : null })}
        >
          {name} {count}
        </Tag.CheckableTag>
      ))}
      {!isEverybody(sought) && (
        <Button type="text" size="small" onClick={() => onSeek(everybody)}>
          全部列出
        </Button>
      )}
      <span className="grow" />
      {children}
    </div>
  )
}
