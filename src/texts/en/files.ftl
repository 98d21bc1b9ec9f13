# Why a file cannot be read
files-empty = The file is empty: there are no words in it.
files-too-big = The file is larger than { $max } MB. Save the text only, without pictures, and send it again.
files-too-long = The file has { $length } characters, more than { $max }. Please split it.
files-too-many-pages = The file has { $pages } pages, I read at most { $max }. Please split it.
files-too-many-rows = The table has { $rows } rows, I read at most { $max }. Please split it.
files-unknown = I cannot read such a file. Send DOCX, PDF with text, XLSX, CSV or TXT.
files-old-format = This file has an old format (.doc or .xls). Open it, save it as .docx or .xlsx and send it again.
files-encrypted = The file is locked with a password. Remove the password and send it again.
files-macros = The file contains macros, I do not open such files. Save it without macros (.docx or .xlsx) and send it again.
files-broken = The file is damaged and could not be read. Open it on your side, save it anew and send it again.
files-bomb = The file unpacks to far too much and will not be read. If the document is genuine, save it without pictures and send it again.
files-no-text = The PDF has no text, only pictures of pages (a scan). Send the Word file or paste the text as a message.
files-too-slow = The file is too complex: it could not be read within a minute. Save it as plain text and send it again.
files-no-table = This is no table. Send an XLSX or CSV file.
files-send-again = Put it right and send it again.
files-left-totals = { $n ->
    [1] Row { $lines }: left out as a total
   *[other] Rows { $lines }: left out as totals
  }
files-other-sheets = Only the sheet “{ $sheet }” is read. Not read: { $others }
