import { IconChevronDown, IconScale } from '@tabler/icons-react'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import { sourceText } from '../../../../../shared/rules/source-text.ts'
import { ruleInUse } from '../../../../ui/rule-in-use.ts'
import { useDesk } from '../../../desk-context.tsx'
import { repeatedOn, sameWords } from '../use-motion.ts'
import { commonHindrance, instantVotes } from './instant-votes.ts'
import { templateNames } from './TemplateKeys.tsx'
import { usePut } from './use-put.ts'

type Props = {
  readonly item: AgendaItem
  readonly motion: string
  readonly onOpened: () => void
}

/** 马上表决: one press on a 表决方式 opens the vote on the words as they stand, by the meeting's rule. */
export function VoteNow({ item, motion, onOpened }: Props) {
  const { client, meeting } = useDesk()
  const put = usePut(item)
  const [sending, setSending] = useState(false)
  const rule = ruleInUse(meeting)
  const repeated = repeatedOn(meeting, item)
  const votes = instantVotes(meeting, item, motion, client.hostNow())
  const hindrance = commonHindrance(votes)
  const heading =
    hindrance ?? (rule === null ? '只计票，不下结论。' : `按“${rule.name}”表决，依据：${sourceText(rule)}。`)
  const open = async ({ terms }: (typeof votes)[number]) => {
    setSending(true)
    // Nobody is asked here: other words are another vote.
    const repeats = repeated !== null && sameWords(repeated, motion) ? repeated.voteId : null
    const opened = await put('openVote', { motion, terms, repeats })
    setSending(false)
    if (opened) onOpened()
  }
  const entries = votes.map((vote) => ({
    key: vote.template,
    label: <span title={vote.hindrance ?? undefined}>{templateNames[vote.template]}</span>,
    disabled: vote.hindrance !== null || sending,
    onClick: () => void open(vote),
  }))
  return (
    <Dropdown
      menu={{ items: [{ key: 'rule', type: 'group', label: heading, children: entries }] }}
      trigger={['click']}
      placement="topRight"
      autoFocus
      classNames={{ root: 'vote-now' }}
    >
      <Button icon={<IconScale size={18} aria-hidden />} title={hindrance ?? undefined}>
        {rule === null ? '马上统计' : '马上表决'}
        <IconChevronDown size={16} aria-hidden />
      </Button>
    </Dropdown>
  )
}
