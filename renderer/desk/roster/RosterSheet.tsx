import { IconFileUpload, IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import type { CouncilFields } from './council-fields.ts'
import { FormerPanel } from './FormerPanel.tsx'
import { ExportMenu } from './import/ExportMenu.tsx'
import { ImportDialog } from './import/ImportDialog.tsx'
import { PersonAside } from './PersonAside.tsx'
import type { Person } from './person.ts'
import { RemovedStrip } from './RemovedStrip.tsx'
import { RosterTable } from './RosterTable.tsx'
import { RosterTools } from './RosterTools.tsx'
import { leaving } from './roster-changes.ts'
import type { RosterEdit } from './roster-edit.ts'
import { withoutParts, withRestored } from './roster-edit.ts'
import type { LineNote } from './roster-faults.ts'
import { isEverybody } from './roster-filter.ts'
import { isBlank, rosterCounts } from './roster-people.ts'
import { countsText, formerText } from './roster-words.ts'
import { SeveralPanel } from './SeveralPanel.tsx'
import { withCommonPart } from './several.ts'
import { type Deletion, useDeleting } from './use-deleting.ts'
import type { HostView } from './use-host-roster.ts'
import type { Change } from './use-roster-edit.ts'
import { useRosterLines } from './use-roster-lines.ts'
import { knownWalkIns } from './walk-ins.ts'

type Props = {
  readonly view: HostView
  readonly people: readonly Person[]
  readonly notes: ReadonlyMap<SeatId, LineNote>
  readonly edit: RosterEdit
  readonly change: Change
  readonly lost: string | null
  readonly fields: CouncilFields | null
  /** The council's own fields beside the list, when they are open; and how to open them. */
  readonly fieldsPanel: ReactNode
  readonly onFields: (() => void) | null
}

type Beside = 'person' | 'several' | 'former' | null

/** 名册: the list with all that is done to it, and beside it what is said about one person. */
export function RosterSheet(props: Props) {
  const { change, edit, fields, fieldsPanel, lost, notes, onFields, people, view } = props
  const { contacts, host } = view
  const client = useHall()
  const [beside, setBeside] = useState<Beside>(null)
  /** The text is a list that was pasted into the table. */
  const [importing, setImporting] = useState<{ readonly text?: string } | null>(null)
  const [showPhones, setShowPhones] = useState(false)
  const today = chinaDate(client.hostNow())
  const facts = { today, notes }
  const lines = useRosterLines({
    host,
    people,
    facts,
    change,
    onOpen: () => setBeside('person'),
    onUnclear: (text) => setImporting({ text }),
  })
  const { acts, active, chosen, focusLine, onChooseAll, onSeek, shown, sought, table } = lines
  const onDelete = useDeleting((seatId: SeatId, what: Deletion) => {
    change((one) =>
      withoutParts(one, host, seatId, what === 'contact' ? ['name', 'phone', 'house'] : ['phone', 'house']),
    )
    view.askAgain()
  })
  const former = view.council?.retired ?? []
  const { copies, names } = client
  const meetings = view.council?.meetings
  // biome-ignore lint/correctness/useExhaustiveDependencies: who came is known once there is a name; not looked for at every key
  const walkIns = useMemo(
    () => knownWalkIns(meetings ?? [], { meeting: (id) => copies.meeting(id), names, today }),
    [meetings, names, today, copies.names().length],
  )
  const seated = people.filter((person) => host.people.has(person.seatId) || !isBlank(person))
  const named = seated.filter((person) => person.name.trim() !== '')
  const known = (word: (person: Person) => string) => [...new Set(people.map(word))].filter((one) => one !== '')
  const close = () => {
    setBeside(null)
    if (active !== null) focusLine(active.seatId)
  }
  const aside = () => {
    if (fieldsPanel !== null) return fieldsPanel
    switch (beside) {
      case 'person':
        return active === null ? null : (
          <PersonAside
            seatId={active.seatId}
            people={people}
            lines={lines}
            notes={notes}
            parties={known((person) => person.party)}
            duties={known((person) => person.duty)}
            contact={contacts.get(active.seatId) ?? null}
            onDelete={onDelete}
            onContacts={view.askAgain}
            onClose={close}
          />
        )
      case 'several':
        return chosen.size === 0 ? null : (
          <SeveralPanel
            count={chosen.size}
            parties={known((person) => person.party)}
            onApply={(part) => {
              lines.changeMany(
                people.filter(({ seatId }) => chosen.has(seatId)).map((one) => withCommonPart(one, part)),
              )
              setBeside(null)
            }}
            onClose={() => setBeside(null)}
          />
        )
      case 'former':
        return (
          <FormerPanel
            former={former}
            walkIns={walkIns}
            contacts={contacts}
            onDelete={onDelete}
            onClose={() => setBeside(null)}
          />
        )
      default:
        return null
    }
  }

  return (
    <div className="roster-page">
      <section className="sheet roster-sheet" aria-label="名册">
        <RosterTools people={seated} facts={facts} sought={sought} onSeek={onSeek} onEnter={lines.focusFirst}>
          {onFields !== null && (
            <Button size="small" onClick={onFields}>
              组织信息
            </Button>
          )}
          <Button size="small" icon={<IconFileUpload size={18} />} onClick={() => setImporting({})}>
            导入
          </Button>
          <ExportMenu people={named} name={fields?.name ?? ''} />
        </RosterTools>
        {lost !== null && (
          <p className="roster-lost" role="status">
            {lost}
          </p>
        )}
        <RemovedStrip
          leaving={leaving(host, edit)}
          dropped={edit.dropped}
          onRestore={(back) => change((one) => withRestored(one, back))}
        />
        {chosen.size > 0 && (
          <div className="roster-chosen row wrap" role="status">
            <b>已选 {chosen.size} 人</b>
            <Button size="small" onClick={() => setBeside('several')}>
              一起改
            </Button>
            <Button size="small" onClick={lines.removeChosen}>
              撤下
            </Button>
            <Button type="text" size="small" onClick={lines.chooseNobody}>
              不选了
            </Button>
          </div>
        )}
        <RosterTable
          ref={table}
          lines={shown}
          numbers={lines.numbers}
          notes={notes}
          seated={host.people}
          chosen={chosen}
          active={active}
          showPhones={showPhones}
          today={today}
          acts={acts}
          onChooseAll={onChooseAll}
          onShowPhones={setShowPhones}
        />
        <div className="roster-end">
          <Button size="small" icon={<IconPlus size={16} />} onClick={lines.begin}>
            加一行
          </Button>
          <span className="note grow">回车加下一行；可以粘贴 Excel 的几列或微信接龙</span>
          {view.council !== null && (
            <Button type="text" size="small" onClick={() => setBeside('former')}>
              {formerText(former.length, walkIns.length)}
            </Button>
          )}
          <span className="sub" aria-live="polite">
            {!isEverybody(sought) && `找到 ${shown.length} 人；`}
            {countsText(rosterCounts(seated))}
          </span>
        </div>
        <p className="note roster-privacy">
          姓名、电话、门牌只留在这台电脑上，用来签到、联系、算户数；身份证号不收。开会取名册的副本：以后撤人、换人、改身份，开过的会不变；只有改错字，开过的会里的姓名也跟着改正。
        </p>
      </section>
      {aside()}
      <ImportDialog
        open={importing !== null}
        text={importing?.text}
        existing={named}
        onClose={() => setImporting(null)}
        onImport={lines.takeOver}
      />
    </div>
  )
}
