import type { GuestImportRemark, GuestImportReport } from '@teabreak/shared';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { loadNamespace } from '../../../lib/i18n.js';
import { ImportReport } from './import-report.js';

const remark = (line: number, severity: 'error' | 'warning', message: string): GuestImportRemark => ({
  line,
  severity,
  message,
  column: 'email',
  code: 'not_an_email',
  value: '<b>nobody</b>',
});
const report: GuestImportReport = {
  id: 'r1',
  fileName: 'guests.csv',
  createdAt: '2026-05-01T10:00:00Z',
  rowsRead: 161,
  created: 150,
  updated: 6,
  unchanged: 1,
  rejected: 4,
  columns: [
    { header: 'Full name', field: 'name' },
    { header: 'Shoe size', field: null },
  ],
  remarks: [remark(40, 'warning', 'Kept as text.'), remark(9, 'error', 'Not imported.')],
};

async function show(shown: GuestImportReport) {
  await Promise.all(['common', 'import'].map((name) => loadNamespace('en', name)));
  render(
    <Suspense>
      <ImportReport report={shown} />
    </Suspense>,
  );
}

describe('the report of an import', () => {
  it('E5: names every bad line with its reason, those that are missing from the list first', async () => {
    await show(report);
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines[0]).toContain('Line 9');
    expect(lines[0]).toContain('Not imported.');
    expect(lines[1]).toContain('Line 40');
    // What somebody put into a cell is shown as it is, and is never markup.
    expect(lines[0]).toContain('<b>nobody</b>');
  });

  it('E5: says what each column became, and which were not used', async () => {
    await show(report);
    await userEvent.click(screen.getByText(/How the columns were read: 1 of 2 used/u));
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('cell').textContent)).toEqual(['name', 'not used']);
  });

  it('shows the first fifty of a bad file, and all on request', async () => {
    const remarks = Array.from({ length: 80 }, (_, line) => remark(line, 'error', 'Not imported.'));
    await show({ ...report, remarks });
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 80' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(80);
  });

  it('says so when every row was understood', async () => {
    await show({ ...report, rejected: 0, remarks: [] });
    expect(screen.getByText('Every row was understood.')).toBeTruthy();
  });
});
