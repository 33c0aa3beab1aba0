import { IconAlertTriangle, IconCheck, IconChevronRight, IconQrcode } from '@tabler/icons-react'
import { Button } from 'antd'
import { sourceText } from '../../../../shared/rules/source-text.ts'
import { ruleInUse } from '../../../ui/rule-in-use.ts'
import { useDesk } from '../../desk-context.tsx'
import { SavedMark } from '../../frame/DeskFoot.tsx'
import { Headcount } from './Headcount.tsx'
import { MissingParties } from './MissingParties.tsx'
import { countsOf, quorumOf } from './quorum.ts'

type Props = {
  readonly onOpen: () => void
  /** The way in for phones, where there is no sign-in step that shows it. */
  readonly onDoor: () => void
}

/** Who is here, whether the meeting may decide and by which rule, and that all is on the disk. */
export function CountsBar({ onOpen, onDoor }: Props) {
  const { meeting } = useDesk()
  const { rollCall } = meeting.form
  return (
    <footer className="desk-foot">
      {rollCall ? <Counts /> : <Headcount />}
      <Button type="text" size="small" title={`${rollCall ? '签到名单' : '名单'}（Q）`} onClick={onOpen}>
        {rollCall ? '签到名单' : '名单'}
        <IconChevronRight size={18} aria-hidden />
      </Button>
      {!rollCall && meeting.phase === 'open' && (
        <Button type="text" size="small" icon={<IconQrcode size={18} aria-hidden />} onClick={onDoor}>
          入场码
        </Button>
      )}
      <MissingParties oneLine />
      {meeting.phase === 'open' ? (
        <Quorum />
      ) : (
        <>
          <span className="tag" role="status">
            {meeting.phase === 'sealed' ? '已封存' : '已散会'}
          </span>
          <span className="sub one grow">{meeting.phase === 'sealed' ? '记录不再改动' : '纪要和工单还能改'}</span>
        </>
      )}
      <SavedMark />
    </footer>
  )
}

/** 应到 实到 请假 缺席, of the item in hand when other people decide on it than on the rest. */
function Counts() {
  const { meeting } = useDesk()
  const counts = countsOf(meeting)
  const ofItem = counts.entitled !== countsOf(meeting, null).entitled
  return (
    <p className="counts">
      <span title={ofItem ? '这一项有表决权的席位' : '有表决权的席位'}>
        {ofItem ? '本题应到' : '应到'} <b>{counts.entitled}</b>
      </span>
      <span>
        实到 <b>{counts.present}</b>
      </span>
      <span>
        请假 <b>{counts.excused}</b>
      </span>
      <span>
        缺席 <b>{counts.absent}</b>
      </span>
      {counts.onlookers > 0 && (
        <span className="counts-onlookers">
          列席 <b>{counts.onlookers}</b>
        </span>
      )}
    </p>
  )
}

/** Where nothing is voted on there is no quorum to speak of. */
function Quorum() {
  const { meeting } = useDesk()
  const quorum = quorumOf(meeting)
  const rule = ruleInUse(meeting)
  if (quorum === null || rule === null) return <span className="grow" />
  return (
    <>
      <span className={`tag ${quorum.met ? 'ok' : 'warn'}`} role="status">
        {quorum.met ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        {quorum.met ? '可以表决' : '还不能表决'}
      </span>
      <span className="sub one grow" title={`${quorum.words}。依据：${sourceText(rule)}`}>
        {quorum.words}
        <span className="note">{`　${rule.checked === null ? '依据待核对：' : ''}${rule.source}`}</span>
      </span>
    </>
  )
}
