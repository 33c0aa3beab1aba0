import type { RulePacksFault } from '../rules/rule-packs.ts'

/** Why a list of rule packs was not taken, naming the entry, and what to do. */
export function rulePacksFaultSentence(fault: RulePacksFault): string {
  switch (fault.code) {
    case 'notAList':
      return '这不是规则包文件：里面应是一张规则的清单。请选从本软件导出的文件。'
    case 'badRule':
      return `第 ${fault.entry} 条规则${fault.name === null ? '' : `“${fault.name}”`}有误${fault.where === '' ? '' : `（${fault.where}）`}，没有读入任何一条。请改正后再试。`
    case 'ruleTwice':
      return `第 ${fault.entry} 条规则的编号 ${fault.ruleId} 前面已经用过，没有读入任何一条。请改成不同的编号后再试。`
  }
}
