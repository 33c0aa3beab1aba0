import { IconUsers } from '@tabler/icons-react'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { usePeopleFilter } from '../../ui/use-people-finder.ts'

export type Invitee = { readonly value: SeatId; readonly label: string }

type Props = {
  /** Which item, for those who do not see it. */
  readonly item: string
  readonly people: readonly Invitee[]
  /** Null: all of them. */
  readonly invited: readonly SeatId[] | null
  readonly onChange: (invited: readonly SeatId[] | null) => void
}

/** 公众议事委员 by item: all of them unless somebody is named. */
export function InvitedField({ item, people, invited, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const search = usePeopleFilter()
  const count = invited === null ? `全部 ${people.length} 人` : invited.length === 0 ? '不邀请' : `${invited.length} 人`
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<IconUsers size={16} />}
        aria-expanded={open}
        aria-label={`${item}邀请的公众委员：${count}`}
        onClick={() => setOpen(!open)}
      >
        公众委员：{count}
      </Button>
      {open && (
        <div className="invited-choice">
          <Select<SeatId[], Invitee>
            mode="multiple"
            className="grow"
            aria-label={`${item}邀请公众委员`}
            placeholder="一位也不邀请；输入姓名或拼音查找"
            maxTagCount={6}
            value={invited === null ? people.map((one) => one.value) : [...invited]}
            options={[...people]}
            showSearch={search}
            onChange={(value) => onChange(value.length === people.length ? null : value)}
          />
          {invited === null ? (
            <Button size="small" onClick={() => onChange([])}>
              逐个选
            </Button>
          ) : (
            <Button size="small" onClick={() => onChange(null)}>
              请全部
            </Button>
          )}
        </div>
      )}
    </>
  )
}
