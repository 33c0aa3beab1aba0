import type { Conclusions } from '../../shared/meeting/conclusions/state.ts'

/** How an item ended on which nothing was voted. */
export const conclusionNames: Readonly<Record<Conclusions[number]['outcome'], string>> = {
  reached: '形成共识',
  notReached: '未形成共识',
  handled: '已处置',
}
