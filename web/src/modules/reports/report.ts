/** A file of the server: where it is asked, and what it is called when the server does not say. */
export interface ReportFile {
  path: string;
  params?: Record<string, string | number | null | undefined>;
  name: string;
}

/** The paper and the workbook of one report, which take the same parameters. */
export function filesOf(path: string, params: ReportFile['params'], name: string): { pdf: ReportFile; xlsx: ReportFile } {
  return { pdf: { path: `${path}.pdf`, params, name: `${name}.pdf` }, xlsx: { path: `${path}.xlsx`, params, name: `${name}.xlsx` } };
}
