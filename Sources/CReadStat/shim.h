// Readers and writers of the files of SPSS and Stata.
#include <readstat.h>
