import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'

export const writtenKindNames: Readonly<Record<WrittenVote['kind'], string>> = {
  survey: '书面征求意见',
  owners: '业主书面表决',
}

/** What stands beside a vote in the list: how far it is, or how it ended. */
export function standingWords(vote: WrittenVote): string {
  switch (vote.phase) {
    case 'open':
      return `发出 ${vote.handedOut}，收回 ${vote.returned}`
    case 'closed':
      return outcomeWords[vote.verdict.outcome]
    case 'void':
      return '已作废'
  }
}

export const outcomeWords = {
  passed: '通过',
  notPassed: '未通过',
  invalid: '没有合法有效的决定',
  counted: '已统计',
} as const
