import type { Rule } from '../../../shared/rules/rule.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { saveFile } from '../../platform.ts'
import { useNotices } from '../desk-context.tsx'
import { fileName, jsonBytes } from '../library/json-file.ts'

/** What can be done with rule packs; each tells the person how it went, and resolves with whether it was done. */
export function usePacks() {
  const client = useHall()
  const { refused, say } = useNotices()
  const send = async (type: 'saveRulePack' | 'deleteRulePack', data: unknown): Promise<boolean> =>
    (await refused(client.send('library', null, type, data))).ok
  return {
    save: async (rule: Rule): Promise<boolean> => {
      const saved = await send('saveRulePack', rule)
      if (saved) say(`已存好：${rule.name}`)
      return saved
    },
    /** All of them, one after the other; those before a refusal stay saved, and that is said. */
    saveAll: async (rules: readonly Rule[]): Promise<boolean> => {
      let saved = 0
      for (const rule of rules) {
        if (!(await send('saveRulePack', rule))) break
        saved += 1
      }
      if (saved > 0)
        say(`已存好 ${saved} 个规则包${saved < rules.length ? `，还有 ${rules.length - saved} 个没有存` : ''}`)
      return saved === rules.length
    },
    remove: (ruleId: string): Promise<boolean> => send('deleteRulePack', { ruleId }),
    exportAs: async (words: string, rules: readonly Rule[]): Promise<void> => {
      if (await saveFile(fileName(words), jsonBytes(rules))) say(`已导出 ${rules.length} 个规则包`)
    },
  }
}
