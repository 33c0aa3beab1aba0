import './attendance.css'
import { IconSearch } from '@tabler/icons-react'
import { Input, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { NAME_DELETED } from '../../../../shared/contacts/deleted-name.ts'
import { firstShown } from '../../../ui/first-shown.ts'
import { usePeopleFinder } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { PracticeSignIn } from './PracticeSignIn.tsx'
import { RosterEntryRow } from './RosterEntryRow.tsx'
import { type Filter, filters, passes, type RosterEntry, rosterOf } from './roster-shown.ts'
import { WalkIn } from './WalkIn.tsx'

/** 签到名单: everybody on the roster with one click for what is next; Enter in the search signs in the one who is found. */
export function RosterList() {
  const { act, client, meeting } = useDesk()
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [leaving, setLeaving] = useState<RosterEntry | null>(null)
  const finder = usePeopleFinder()
  const { names } = client
  const all = useMemo(() => rosterOf(meeting, (seatId) => names[seatId] ?? NAME_DELETED), [meeting, names])
  const found = finder.find(all, query).filter((entry) => passes(entry, filter))
  const { shown, more } = firstShown(found)
  const only = found.length === 1 && query.trim() !== '' ? found[0] : undefined
  const open = meeting.phase === 'open'
  const signIn = async (entry: RosterEntry) => {
    const answer = await act('signIn', { seatId: entry.seatId })
    if (answer.ok) setQuery('')
  }
  return (
    <div className="sign-in">
      <div className="sign-in-tools">
        <Input
          className="grow"
          allowClear
          aria-label="查找姓名"
          placeholder="姓名或拼音，回车签到"
          prefix={<IconSearch size={18} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing || only === undefined || only.presence.at === 'here') return
            void signIn(only)
          }}
        />
        <span className="row">
          {filters.map((one) => (
            <Tag.CheckableTag
              key={one.filter}
              className="filter"
              checked={filter === one.filter}
              onChange={() => setFilter(one.filter)}
            >
              {one.name} {all.filter((entry) => passes(entry, one.filter)).length}
            </Tag.CheckableTag>
          ))}
        </span>
      </div>
      <ScrollArea label="名单">
        <table className="ledger sign-in-table">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">身份</th>
              <th scope="col">情况</th>
              <th scope="col">
                <span className="only-readers">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <RosterEntryRow key={entry.seatId} entry={entry} onSignIn={signIn} onLeave={setLeaving} />
            ))}
          </tbody>
        </table>
        {more !== null && <p className="sub sign-in-none">{more}</p>}
        {shown.length === 0 && (
          <p className="sub sign-in-none">
            {query.trim() === '' ? '这一类现在没有人。' : `没有找到“${query.trim()}”。不在名册上的，请在下面现场登记。`}
          </p>
        )}
      </ScrollArea>
      {open && (
        <div className="sign-in-end">
          <WalkIn />
          {meeting.practice && <PracticeSignIn entries={all} />}
        </div>
      )}
      <LeaveDialog entry={leaving} onClose={() => setLeaving(null)} />
    </div>
  )
}
