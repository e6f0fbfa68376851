// Zip archives, as which Excel and OpenDocument store their parts.
#include <zip.h>
