import * as z from 'zod/mini'
import type { MessageOf } from '../core/messages.ts'
import { type Format, format, formatId } from '../formats/format.ts'
import { type Rule, rule } from '../rules/rule.ts'

/** Formats and rule packs that the secretary made or changed; one with a built-in's id stands in its place. */
export const libraryCommands = {
  saveFormat: format,
  deleteFormat: z.object({ formatId }),
  saveRulePack: rule,
  deleteRulePack: z.object({ ruleId: rule.shape.ruleId }),
}

/** 自定的会议形式和规则包. */
export type Library = { readonly formats: readonly Format[]; readonly rulePacks: readonly Rule[] }
export type LibraryCommand = MessageOf<typeof libraryCommands>
