// What the page's data block holds and what the scripts share. Written by payload.py, read by hydrate.js; checked by tsc, never shipped.

/** A source's place in `sources`, and the lines in it. */
type Evidence = [number, string];

interface Round { id: string; title: string; date: string; day: string; source: string; areas: string[]; answers: boolean }
interface Area { id: string; name: string; number: number; colour: string }
interface Spot { x: number; y: number; r: number; lines: string[] }

interface Answer {
  area: string; status: string; round: string; confidence: string | null; alternative: string | null;
  note: string | null; forums: string[]; evidence: Evidence[];
}
interface Wish { round: string; answer: string; summary: string; evidence: Evidence[] }
interface Fact { kind: string; text: string; by: string[]; evidence: Evidence[]; round: string | null }
interface Conflict { about: string; subject: string | null; sides: Fact[]; round: string }
interface Tier { name: string; level: string; rank: number }

/** What is said of a forum at one time; `forum` is the other one where it is a succession. */
interface Moment { when: string; text: string; by: string[]; evidence: Evidence[]; forum: string | null }
/** How something stands in each round, a letter each: k(nown), e(nded), n(ot_yet), u(nknown); "" known in all. */
type Stands = string;
type Standing = "known" | "ended" | "not_yet" | "unknown";

/** A municipality; `dates` are when it came to be and ceased, "" where nothing is said; `tile` is its column and row in the tile grid, `place` its longitude and latitude, if known. */
interface Town {
  node: string; code: string; name: string; kkr: string; answers: Answer[]; wishes: Wish[];
  spot: Spot; tile: [number, number]; place: [number, number] | null; search: string[]; group: number;
  stands: Stands; dates: [string, string];
}
/**
 * `status` existing · planned · proposed · ended; `levels` are ids; `unknown` ready to read; `kept` is whose place it has
 * (a node) and how many names came before, where it shares one with its former names; `known` when it is known to have
 * been, and on which side of that nothing is known.
 */
interface Forum {
  node: string; id: string; name: string; status: string; kind: string; areas: string[]; levels: string[];
  aliases: string[]; facts: Fact[]; conflicts: Conflict[]; tiers: Tier[]; succeeds: string[]; part_of: string | null;
  unknown: string[]; spot: Spot; search: string[]; group: number;
  stands: Stands; kept: [string, number] | null; known: [string, "before" | "after" | "both"] | null; timeline: Moment[];
}
interface Organisation { node: string; name: string; kind: string; aliases: string[]; spot: Spot; search: string[]; group: number }
type Thing = Town | Forum | Organisation;

/** basis self_reported · named_by_other · inferred · excluded. */
interface Membership {
  town: string; forum: string; basis: string; by: string[]; reason: string | null; evidence: Evidence[]; round: string;
  contested: boolean; stands: Stands;
}
interface Seat { organisation: string; forum: string; runs: boolean; by: string[]; evidence: Evidence[]; round: string }
/** `others` are the names of members that are not on the map. */
interface Circle { id: string; name: string; members: string[]; forums: string[]; others: string[] }
/** A community of the overview that opens where there are too many nodes to draw at once. */
interface Group { id: number; name: string; x: number; y: number; towns: number; forums: number }
interface Look { fill: string; line: string; text: string; dashes: number[] }
interface Mark { hollow: boolean; struck: boolean; dashes: number[]; sign: string }
interface Boundary { node: string; d: string }

/** A nested table of texts, as the catalogue has it. */
type Words = any;

interface Data {
  meta: {
    title: string; subtitle: string; language: string; as_of: string; day: string; file: string; source: string;
    narrowed: string; overview: boolean; logo: string | null; start: "matrix" | "network" | "places";
  };
  rounds: Round[]; areas: Area[]; sources: { id: string; title: string; day: string }[];
  towns: Town[]; forums: Forum[]; organisations: Organisation[];
  memberships: Membership[]; stands: Stands[]; seats: Seat[]; circles: Circle[]; groups: Group[];
  network: { nodes: any[]; edges: any[]; options: any };
  extent: number[];
  /** The place of the latest round that anybody on the map answered in, by area. */
  latest: { [area: string]: number };
  /** Longitude and latitude become x and y of the map's own box; `coast` are paths in it, `boundaries` the user's. */
  places: { box: number[]; coast: string[]; boundaries: Boundary[]; towns: { [node: string]: [number, number] }; attribution: string };
  looks: {
    status: { [key: string]: Look }; forum: { [key: string]: Mark }; basis: { [key: string]: number[] };
    /** The dashes of a line of which it is unknown whether it held in the round. */
    unknown: number[];
    dark: { status: { [key: string]: Look } };
  };
  words: Words;
}

/** Everything that the address keeps. Lists are empty where nothing is filtered; `round` "" is all rounds. */
interface State {
  view: "matrix" | "network" | "places";
  round: string;
  /** An area's id, or "". */
  area: string;
  kkr: string[];
  towns: string[];
  /** Answers' statuses that are kept. */
  status: string[];
  /** Fora's statuses that are kept. */
  standing: string[];
  level: string;
  kind: string;
  /** Bases of membership that are drawn. */
  basis: string[];
  organisations: boolean;
  circles: boolean;
  sort: "name" | "kkr" | "covered";
  /** A node ("m:461", "f:ID", "o:ID"), a cell ("c:461:companies"), or "". */
  chosen: string;
  /** A group of the overview that is open, or -1. */
  group: number;
  unfolded: boolean;
}

/** A membership that is drawn: the strongest basis of a pair in what is shown, and how it stands in the round. */
interface Link { town: string; forum: string; basis: string; contested: boolean; standing: Standing }

/** What follows from a state: computed once a change, shared by all views. */
interface Shown {
  towns: Set<string>;
  forums: Set<string>;
  organisations: Set<string>;
  links: Link[];
  seats: { organisation: string; forum: string; runs: boolean }[];
  /** The place of the round that is chosen, or -1 for all. */
  at: number;
  /** Fora that others at the same place hide, by node, with the one that is drawn there. */
  behind: Map<string, string>;
  /** What stands out while something is chosen, with the chosen itself; null while nothing is. */
  lit: Set<string> | null;
}

interface Total {
  area: string; established: number; informal: number; planned: number; none: number; no_reply: number;
  not_asked: number; asked: number; answered: number; low: number | null; high: number | null;
}

interface Store {
  readonly data: Data;
  readonly state: State;
  readonly shown: Shown;
  /** Changes the state and tells all views; `keep` leaves the browser's history as it is. */
  set(change: Partial<State>, keep?: boolean): void;
  /** Chooses a node or a cell, or "" for nothing; the same as set({chosen}). Clears filters that would hide it. */
  choose(chosen: string): void;
  on(listener: (store: Store) => void): void;
  thing(node: string): Thing | undefined;
  /** A municipality's answer in an area of the state's round (or of the latest that asked); not_asked where there is none. */
  answer(town: Town, area: string): Answer;
  /** The totals of the municipalities that the filters leave, one an area; a filter by answer leaves all in them. */
  totals(): Total[];
  /** How something stands in the state's round; in all rounds together everything is known. */
  standing(one: { stands: Stands }): Standing;
  /** A forum's state in the round: its own where it is known, else ended or unknown. */
  forumState(forum: Forum): string;
  /** What the state's round says, and what is true whoever speaks. */
  said<T extends { round: string | null }>(all: T[]): T[];
  /** All claims on a node's memberships; those that are known to hold in the state's round; its seats. */
  claims(node: string): Membership[];
  memberships(node: string): Membership[];
  seats(node: string): Seat[];
  /** A citation as people read it, and the date of its source. */
  cite(evidence: Evidence[]): string;
}

/** The part of CanvasRenderingContext2D that the network's painter and the sheets use; SvgPen has it too. */
type Pen = Pick<CanvasRenderingContext2D,
  "save" | "restore" | "translate" | "scale" | "beginPath" | "closePath" | "moveTo" | "lineTo" | "arc" | "rect" | "roundRect" |
  "fill" | "stroke" | "fillRect" | "strokeRect" | "fillText" | "strokeText" | "measureText" | "setLineDash" |
  "fillStyle" | "strokeStyle" | "lineWidth" | "lineJoin" | "lineCap" | "font" | "textAlign" | "textBaseline" | "globalAlpha">;
