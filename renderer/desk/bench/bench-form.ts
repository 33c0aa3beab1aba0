import type { MeetingForm } from '../../../shared/formats/format.ts'

/** 板凳会议 and whatever else is held without names and votes has one screen of its own. */
export const isBench = ({ decision, rollCall }: Pick<MeetingForm, 'decision' | 'rollCall'>): boolean =>
  !rollCall && decision === 'consensus'

const usualNames = { discuss: '议事', minutes: '纪要', worksheets: '工单' } as const

export type BenchPage = keyof typeof usualNames

export const benchPages = ['discuss', 'minutes', 'worksheets'] as const satisfies readonly BenchPage[]

/** What the form calls a page. */
export const pageName = ({ steps }: Pick<MeetingForm, 'steps'>, page: BenchPage): string =>
  steps.find((step) => step.at === page)?.name ?? usualNames[page]
