import { useMemo } from 'react'
import * as z from 'zod/mini'
import formatsFile from '../../../resources/formats.json'
import rulePacksFile from '../../../resources/rule-packs.json'
import { type Format, format } from '../../../shared/formats/format.ts'
import { merged } from '../../../shared/library/library.ts'
import { type Rule, rule } from '../../../shared/rules/rule.ts'
import { useHall } from '../../connection/hall-context.tsx'

/** 会议形式 and 规则包 as they come with the app. */
export const builtInFormats: readonly Format[] = z.array(format).parse(formatsFile)
export const builtInRulePacks: readonly Rule[] = z.array(rule).parse(rulePacksFile)

/** The secretary's own entries beside the built-in ones, each built-in one replaced by an own one of its id. */
export function useLibrary(): { readonly formats: readonly Format[]; readonly rulePacks: readonly Rule[] } {
  const { library } = useHall()
  return useMemo(
    () => ({
      formats: merged(builtInFormats, library.formats, 'formatId'),
      rulePacks: merged(builtInRulePacks, library.rulePacks, 'ruleId'),
    }),
    [library],
  )
}
