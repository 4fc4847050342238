// Makes a workbook (.xlsx) of rows: the fewest parts that Excel opens without a word, in a zip of our own.
// It knows nothing of what the rows are about.

/** @typedef {(string | number | null)[][]} SheetRows the first row is the head */

const CELL_LIMIT = 32767; // signs, as Excel counts them
const XLSX_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const XLSX_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XLSX_PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook with these sheets. Every text stays a text: one that looks like a formula is none.
 * @param {{ name: string, rows: SheetRows }[]} sheets
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
function xlsx(sheets) {
  const names = sheetTitles(sheets.map((one) => one.name));
  return zipped([
    ["[Content_Types].xml", xlsxTypes(sheets.length)],
    ["_rels/.rels", xlsxLinks([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", xlsxBook(sheets, names)],
    ["xl/_rels/workbook.xml.rels", xlsxLinks([...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`]), ["styles", "styles.xml"]])],
    ["xl/styles.xml", xlsxStyles()],
    ...sheets.map((one, index) => /** @type {[string, string]} */ ([`xl/worksheets/sheet${index + 1}.xml`, xlsxSheet(one.rows)])),
  ]);
}

/** Names that Excel takes: short, without its own signs, none twice whatever their case. @param {string[]} wanted */
function sheetTitles(wanted) {
  /** @type {string[]} */
  const titles = [];
  for (const name of wanted) {
    const plain = legalXml(name).replace(/[[\]:*?/\\\s]+/g, " ").replace(/^[' ]+|[' ]+$/g, "") || "Ark";
    const taken = (/** @type {string} */ title) => titles.some((one) => one.toLowerCase() === title.toLowerCase());
    let title = wholeSigns(plain, 31);
    for (let number = 2; taken(title) || title.toLowerCase() === "history"; number += 1) {
      title = `${wholeSigns(plain, 31 - ` (${number})`.length)} (${number})`;
    }
    titles.push(title);
  }
  return titles;
}

/** The first signs of a text; half a surrogate pair is not one. @param {string} text @param {number} most */
function wholeSigns(text, most) {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** @param {string} text */
function escapedXml(text) {
  return legalXml(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A cell's text: no longer than Excel takes, and nothing in it that Excel would read as a sign's number. @param {string} text */
function cellText(text) {
  const plain = text.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return escapedXml(plain.length <= CELL_LIMIT ? plain : `${wholeSigns(plain, CELL_LIMIT - 1)}…`);
}

/** The letters of a column, counted from 0. @param {number} index @returns {string} */
function columnLetters(index) {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** @param {SheetRows} rows */
function tableRange(rows) {
  return `A1:${columnLetters(Math.max(0, rows[0].length - 1))}${rows.length}`;
}

/** As wide as the longest line of a column, within reason. @param {SheetRows} rows */
function columnWidths(rows) {
  return rows[0].map((_, index) => {
    const lines = rows.flatMap((row) => String(row[index] ?? "").slice(0, 500).split("\n"));
    return Math.min(60, Math.max(9, lines.reduce((most, line) => Math.max(most, line.length), 0) * 1.1 + 3));
  });
}

/** @param {string | number | null | undefined} value @param {string} place @param {number} style */
function xlsxCell(value, place, style) {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "number" && Number.isFinite(value)) return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(String(value))}</t></is></c>`;
}

/** A sheet whose head stays in sight and filters. @param {SheetRows} rows */
function xlsxSheet(rows) {
  const widths = columnWidths(rows).map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width.toFixed(1)}" customWidth="1"/>`);
  const lines = rows.map((row, index) => {
    const cells = row.map((value, column) => xlsxCell(value, `${columnLetters(column)}${index + 1}`, index ? 2 : 1));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  return (
    `${XML_HEAD}<worksheet xmlns="${XLSX_MAIN}"><dimension ref="${tableRange(rows)}"/>` +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<cols>${widths.join("")}</cols><sheetData>${lines.join("")}</sheetData><autoFilter ref="${tableRange(rows)}"/>` +
    '<pageSetup paperSize="9" orientation="landscape"/></worksheet>'
  );
}

/** @param {{ rows: SheetRows }[]} sheets @param {string[]} names */
function xlsxBook(sheets, names) {
  const listed = names.map((name, index) => `<sheet name="${escapedXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  // Excel keeps the filter's range by this name as well, and misses it where another program wrote the file.
  const filters = names.map((name, index) => {
    const range = tableRange(sheets[index].rows).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escapedXml(name.replace(/'/g, "''"))}'!${range}</definedName>`;
  });
  return (
    `${XML_HEAD}<workbook xmlns="${XLSX_MAIN}" xmlns:r="${XLSX_LINKS}"><sheets>${listed.join("")}</sheets>` +
    `<definedNames>${filters.join("")}</definedNames></workbook>`
  );
}

/** Plain cells, a bold head on grey, and texts that break inside their cell. */
function xlsxStyles() {
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const root = "styleSheet"; // not spelled out behind a slash: a page takes no script that seems to end a style in it
  return (
    `${XML_HEAD}<${root} xmlns="${XLSX_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE3E5E8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    `<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf>` +
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${wrapped}</xf></cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></${root}>`
  );
}

/** @param {string[][]} links each the kind and the part it leads to */
function xlsxLinks(links) {
  const listed = links.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${XLSX_LINKS}/${kind}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${XLSX_PACKAGE}/relationships">${listed.join("")}</Relationships>`;
}

/** @param {number} sheets */
function xlsxTypes(sheets) {
  const parts = Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}`, "worksheet"]);
  const listed = [["workbook", "sheet.main"], ["styles", "styles"], ...parts].map(
    ([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${XLSX_TYPE}.${type}+xml"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="${XLSX_PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${listed.join("")}</Types>`
  );
}

/** The check sum that a zip has of each of its files. @param {Uint8Array} bytes */
function crc32(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Numbers of two or four bytes, low byte first. @param {[number, 2 | 4][]} fields */
function littleEndian(fields) {
  return Uint8Array.from(fields.flatMap(([value, size]) => Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 255)));
}

/** Fewer bytes for the same, where the browser can make them; else they are kept as they are. @param {Uint8Array<ArrayBuffer>} bytes */
async function deflated(bytes) {
  try {
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  } catch {
    return bytes; // an old browser
  }
}

/** Files in one zip, all of one day, so that the same rows give the same bytes. @param {[string, string][]} files */
async function zipped(files) {
  const [day, encoder] = [33, new TextEncoder()]; // 1 January 1980, the first day a zip knows
  const parts = /** @type {Uint8Array[]} */ ([]);
  const entries = /** @type {Uint8Array[]} */ ([]);
  let offset = 0;
  for (const [path, text] of files) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(text)];
    const fewer = await deflated(bytes);
    const [packed, method] = fewer.length < bytes.length ? [fewer, 8] : [bytes, 0];
    /** @type {[number, 2 | 4][]} */
    const common = [[20, 2], [0x800, 2], [method, 2], [0, 2], [day, 2], [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
    const local = [littleEndian([[0x04034b50, 4], ...common]), name, packed];
    entries.push(littleEndian([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    parts.push(...local);
    offset += totalLength(local);
  }
  const size = totalLength(entries);
  const end = littleEndian([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return joinedBytes([...parts, ...entries, end]);
}

/** @param {Uint8Array[]} parts */
function totalLength(parts) {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** @param {Uint8Array[]} parts */
function joinedBytes(parts) {
  const whole = new Uint8Array(totalLength(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
