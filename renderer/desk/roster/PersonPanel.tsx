import { Button, Checkbox, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { onlooks } from '../../../shared/council/standing.ts'
import { areaOf, flatsOf, phoneOf } from './files/cell-values.ts'
import { mayVote } from './files/kind-words.ts'
import { KINDS_HEIGHT, kindOptions } from './kind-options.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { PartyField } from './PartyField.tsx'
import type { Person } from './person.ts'
import type { LineNote } from './roster-faults.ts'
import { withKind } from './roster-people.ts'
import { whoOn } from './roster-words.ts'
import { TermFields } from './TermFields.tsx'
import { TextField } from './TextField.tsx'
import type { Deletion } from './use-deleting.ts'

type Props = {
  readonly person: Person
  readonly line: number
  readonly note: LineNote | null
  /** The names of others of the same house. */
  readonly household: readonly string[]
  readonly parties: readonly string[]
  readonly duties: readonly string[]
  /** What the host knows of this person that can be deleted. */
  readonly deletable: readonly Deletion[]
  /** 照片, of people whom the host knows. */
  readonly photo: ReactNode
  readonly onChange: (person: Person) => void
  readonly onDelete: (what: Deletion) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** All that is kept of one person. */
export function PersonPanel(props: Props) {
  const { deletable, household, line, note, onChange, onClose, onDelete, onStep, person } = props
  const id = useId()
  const set = (part: Partial<Person>) => onChange({ ...person, ...part })
  const tidied = (field: 'area' | 'flats' | 'phone', read: typeof phoneOf) => () => {
    const tidy = read(person[field].trim())
    if (tidy.ok && tidy.value !== person[field]) set({ [field]: tidy.value })
  }
  return (
    <PanelFrame
      title={whoOn(line, person.name)}
      onClose={onClose}
      foot={
        <>
          <Button size="small" onClick={() => onStep(-1)}>
            上一位
          </Button>
          <Button size="small" onClick={() => onStep(1)}>
            下一位
          </Button>
        </>
      }
    >
      {note !== null && <p className={note.is === 'fault' ? 'roster-fault' : 'note'}>{note.words}</p>}
      <TextField label="姓名" value={person.name} onChange={(name) => set({ name })} />
      <div className="field">
        <label htmlFor={`${id}k`}>身份</label>
        <Select
          id={`${id}k`}
          size="small"
          value={person.kind}
          options={kindOptions}
          listHeight={KINDS_HEIGHT}
          onChange={(kind) => onChange(withKind(person, kind))}
        />
      </div>
      <div className="row wrap">
        <Checkbox
          checked={person.voting}
          disabled={!mayVote(person.kind) && !person.voting}
          onChange={(event) => set({ voting: event.target.checked })}
        >
          有表决权
        </Checkbox>
        <Checkbox checked={person.suspended} onChange={(event) => set({ suspended: event.target.checked })}>
          资格停止<span className="note">（席位保留，不计入应到）</span>
        </Checkbox>
      </div>
      <PartyField
        label="方、单位"
        usual="parties"
        known={props.parties}
        value={person.party}
        placeholder="代表哪一方，如：物业企业"
        onChange={(party) => set({ party })}
      />
      {(onlooks(person.kind) || person.duty !== '') && (
        <PartyField
          label="列席身份"
          usual="duties"
          known={props.duties}
          value={person.duty}
          placeholder="如：法律顾问"
          onChange={(duty) => set({ duty })}
        />
      )}
      <TermFields from={person.termFrom} to={person.termTo} onChange={set} />
      <div className="row field-pair">
        <TextField
          label="电话"
          value={person.phone}
          maxLength={30}
          inputMode="tel"
          onChange={(phone) => set({ phone })}
          onLeave={tidied('phone', phoneOf)}
        />
        <TextField
          label="门牌"
          value={person.house}
          maxLength={60}
          placeholder="如：3-2-101"
          onChange={(house) => set({ house })}
        />
      </div>
      {household.length > 0 && <p className="note">同一户：{household.join('、')}</p>}
      <div className="row field-pair">
        <TextField
          label="业主套数"
          value={person.flats}
          maxLength={8}
          inputMode="numeric"
          onChange={(flats) => set({ flats })}
          onLeave={tidied('flats', flatsOf)}
        />
        <TextField
          label="面积（平方米）"
          value={person.area}
          maxLength={20}
          inputMode="decimal"
          placeholder="如：98.50"
          onChange={(area) => set({ area })}
          onLeave={tidied('area', areaOf)}
        />
      </div>
      {props.photo}
      {deletable.length > 0 && (
        <div className="roster-delete">
          <span className="note">个人信息（马上删，不用等存名册）</span>
          <div className="row wrap">
            {deletable.includes('places') && (
              <Button size="small" onClick={() => onDelete('places')}>
                删除电话和门牌
              </Button>
            )}
            {deletable.includes('contact') && (
              <Button size="small" onClick={() => onDelete('contact')}>
                删除姓名和联系方式
              </Button>
            )}
          </div>
        </div>
      )}
    </PanelFrame>
  )
}
