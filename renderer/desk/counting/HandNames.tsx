import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { firstShown } from '../../ui/first-shown.ts'
import { useLargeType } from '../../ui/large-type.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import type { ShownVoter } from './voters-shown.ts'

/** A list this long is searched, not read. */
const SEARCHED = 12

type Props = {
  readonly people: readonly ShownVoter[]
  readonly raised: readonly SeatId[]
  /** Whether they disagree with the numbers, and have to be looked at. */
  readonly asked: boolean
  readonly onTick: (ticks: Readonly<Record<string, boolean>>) => void
}

/**
 * Who votes by raising a hand, where others vote otherwise: so nobody counts twice. In 大字 the names are unfolded when they
 * disagree with the numbers, or when somebody asks for them.
 */
export function HandNames({ people, raised, asked, onTick }: Props) {
  const [query, setQuery] = useState('')
  const [large] = useLargeType()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const { more, shown } = firstShown(usePeopleFinder().find(people, query))
  const unfolded = chosen ?? (!large || asked)
  const all = (ticked: boolean) => onTick(Object.fromEntries(people.map(({ seatId }) => [seatId, ticked])))
  return (
    <fieldset className="hand-names" aria-label="举手表决的人">
      <Button
        type="text"
        aria-expanded={unfolded}
        icon={unfolded ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
        onClick={() => setChosen(!unfolded)}
      >
        <span>
          举手表决的人 <b>{raised.length}</b> 人
        </span>
      </Button>
      {unfolded && (
        <>
          <p className="row wrap">
            <span className="note grow">已用手机投过、领了纸票的人不在这里，一人只算一票。</span>
            <Button size="small" onClick={() => all(true)}>
              全选
            </Button>
            <Button size="small" onClick={() => all(false)}>
              全不选
            </Button>
          </p>
          {people.length > SEARCHED && (
            <Input
              aria-label="找举手的人"
              allowClear
              placeholder="姓名或拼音"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          )}
          <div className="hand-list">
            {shown.map(({ device, name, seatId }) => (
              <Checkbox
                key={seatId}
                checked={raised.includes(seatId)}
                onChange={(event) => onTick({ [seatId]: event.target.checked })}
              >
                {name}
                {device && <span className="note">有设备</span>}
              </Checkbox>
            ))}
          </div>
          {more !== null && <p className="note">{more}</p>}
        </>
      )}
    </fieldset>
  )
}
