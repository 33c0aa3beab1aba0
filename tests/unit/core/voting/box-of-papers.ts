/** What a voter makes of an election paper: a stance on each candidate, and names of his own beneath them. */
export type ElectionPaper = {
  readonly stances: readonly ('for' | 'against' | 'abstain')[]
  readonly writes: readonly string[]
}

/** An election as it is counted by hand: every paper is laid on the heaps of those it is for, one after the other. */
export class Box {
  readonly names: readonly string[]
  readonly posts: number
  readonly papers: readonly ElectionPaper[]

  constructor(candidates: readonly string[], posts: number, papers: readonly ElectionPaper[]) {
    this.names = candidates
    this.posts = posts
    this.papers = papers
  }

  /** A paper for more people than there are posts, or for one of them twice, says nothing. */
  get valid(): readonly ElectionPaper[] {
    return this.papers.filter(({ stances, writes }) => {
      const chosen = [...this.names.filter((_, row) => stances[row] === 'for'), ...writes]
      return chosen.length <= this.posts && new Set(chosen).size === chosen.length
    })
  }

  /** Everybody written in on a paper that counts, in the order in which the papers are unfolded. */
  get found(): readonly string[] {
    return [...new Set(this.valid.flatMap(({ writes }) => writes))]
  }

  heap(candidate: number, stance: ElectionPaper['stances'][number]): number {
    return this.valid.filter(({ stances }) => stances[candidate] === stance).length
  }

  /** How many papers are for this person, whichever way they say so. */
  pile(name: string): number {
    const row = this.names.indexOf(name)
    return row === -1 ? this.valid.filter(({ writes }) => writes.includes(name)).length : this.heap(row, 'for')
  }

  /** Who gets a post: with more than half of the papers, the higher piles first; level at the last post, nobody of them. */
  get elected(): readonly string[] {
    const half = this.valid.length / 2
    const reach = [...this.names, ...this.found].filter((name) => this.pile(name) > half)
    return reach.filter((name) => reach.filter((other) => this.pile(other) >= this.pile(name)).length <= this.posts)
  }
}
