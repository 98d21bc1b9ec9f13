// Imported first: only our own font, as in the painting thread; what this machine has besides must not change a picture.
process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
