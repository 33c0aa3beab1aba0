import type { HeldMeeting } from '../meeting/state.ts'
import type { WrittenVote } from '../meeting/written-votes/state.ts'
import { writtenDate } from './chinese-dates.ts'
import type { MinutesSection } from './item-section.ts'
import { ordinal } from './ordinals.ts'
import { plain } from './paragraph.ts'
import { oneLine, sentence } from './plain-text.ts'
import { listChangesText } from './written-list-changes.ts'

/** 书面表决: 征求意见 and 业主书面票, each with what was announced; null where nobody was asked in writing. */
export function writtenSection({ writtenVotes }: HeldMeeting, number: number): MinutesSection | null {
  if (writtenVotes.length === 0) return null
  const lines = writtenVotes.map((vote) => `${writtenLine(vote)}${changesLine(vote)}`)
  return {
    heading: `${ordinal(1, number)}书面表决`,
    paragraphs: lines.map((line, index) => plain(`${lines.length > 1 ? ordinal(3, index + 1) : ''}${line}`)),
    parts: [],
  }
}

function writtenLine(vote: WrittenVote): string {
  const called = vote.kind === 'owners' ? '业主书面表决' : '书面征求意见'
  const noticed = vote.noticedOn === null ? '' : `（${writtenDate(vote.noticedOn)}公示）`
  const subject = `关于“${oneLine(vote.motion)}”的${called}${noticed}`
  switch (vote.phase) {
    case 'open':
      return `${subject}正在进行，征求${vote.asked}${vote.kind === 'owners' ? '人' : '户'}，发出${vote.handedOut}份，收回${vote.returned}份，还没有结果。`
    case 'closed':
      return `${subject}，结果为：${vote.verdict.sentence}`
    case 'void': {
      const why = `原因：${sentence(oneLine(vote.reason))}`
      if (vote.verdict === null) return `${subject}没有完成即宣布作废，${why}`
      return `${subject}已宣布作废，${why}作废前宣布的结果为：${vote.verdict.sentence}`
    }
  }
}

function changesLine(vote: WrittenVote): string {
  const changes = listChangesText(vote)
  return changes === null ? '' : `名单在发起以后有变动：${changes}`
}
