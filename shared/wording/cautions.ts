import type { Caution } from '../formats/format.ts'

/** Elections of 居委会, 业委会 and of the party are held on paper, and only counted here. */
export const ELECTION_CAUTION = '本软件不提供法定选举的电子投票'

/** What owners decide together (民法典 §278) is decided by them, on paper or in the system that the place prescribes. */
export const OWNERS_CAUTION = '仅供协商或书面票核算参考，不替代业主大会法定表决程序和当地指定系统'

/** What must be said wherever a format with this caution is used. */
export const cautionSentences: Readonly<Record<Caution, string>> = {
  secrets: '不得用于涉密会议，不得录入国家秘密、工作秘密。',
  owners: `业主事项${OWNERS_CAUTION}。`,
  elections: `${ELECTION_CAUTION}：居委会、业委会和党内选举只在这里核算纸质票。`,
}
