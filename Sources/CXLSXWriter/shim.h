// A writer of Excel files.
#include <xlsxwriter.h>
